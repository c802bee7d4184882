package dev.vignette.storage.rows;

import dev.vignette.store.CostEntries;
import dev.vignette.store.EntryQuery;
import dev.vignette.store.LedgerEntry;
import java.util.List;

/** Lists lines of the ledger from its table. */
final class SqlCostEntries implements CostEntries {
    private final Reader reader;

    SqlCostEntries(Reader reader) {
        this.reader = reader;
    }

    /** The signs keep the index of places out: everything before the period would be looked at. */
    @Override
    public Stretch stretch(EntryQuery query) {
        return reader.read(session ->
                session.first(
                                """
                                SELECT MIN(+sequence) AS first, MAX(+sequence) AS last FROM charges
                                WHERE charged_at >= ? AND charged_at < ?
                                """,
                                SqlCostEntries::stretch,
                                Times.number(query.from()),
                                Times.number(query.to()))
                        .orElseThrow());
    }

    @Override
    public List<LedgerEntry> page(EntryQuery query, Stretch within, int limit) {
        return reader.read(session -> EntryPage.of(query, within, limit).read(session));
    }

    private static Stretch stretch(Row row) {
        Long first = row.numberOrNull("first");
        return first == null ? Stretch.NONE : new Stretch(first - 1, row.number("last"));
    }
}
