package dev.vignette.storage.rows;

import dev.vignette.generation.Avoided;
import dev.vignette.id.GenerationId;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostEntries.Stretch;
import dev.vignette.store.CostFilter;
import dev.vignette.store.CostPages;
import dev.vignette.store.EntryQuery;
import dev.vignette.store.LedgerEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads periods of the ledger page by page, along its key. */
final class SqlCostPages implements CostPages {
    private static final Names<Kind> KINDS = Names.of(Kind.values(), Kind::wireName);

    private final Reader reader;

    SqlCostPages(Reader reader) {
        this.reader = reader;
    }

    @Override
    public Extent extent(Instant from, Instant to) {
        return reader.read(session ->
                session.first(
                                """
                                SELECT COALESCE(MAX(sequence), 0) AS last,
                                    COUNT(*) - COUNT(amount_micros) AS unpriced
                                FROM charges WHERE charged_at >= ? AND charged_at < ?
                                """,
                                row ->
                                        new Extent(
                                                from,
                                                to,
                                                row.number("last"),
                                                row.number("unpriced")),
                                Times.number(from),
                                Times.number(to))
                        .orElseThrow());
    }

    @Override
    public List<LedgerEntry> lines(Extent extent, long sequence, int limit) {
        EntryQuery all = new EntryQuery(extent.from(), extent.to(), CostFilter.ALL, null);
        Stretch left = new Stretch(sequence, extent.last());
        return reader.read(EntryPage.of(all, left, limit)::read);
    }

    @Override
    public List<Done> done(Extent extent, long sequence, int limit) {
        return reader.read(session -> DoneRows.page(session, extent, sequence, limit));
    }

    @Override
    public List<Saving> savings(Instant from, Instant to, @Nullable Saving after, int limit) {
        long begin = Times.number(after == null ? from : after.at());
        return reader.read(session ->
                session.list(
                        """
                        SELECT * FROM generations
                        WHERE avoided_provider IS NOT NULL AND ended_at >= ? AND ended_at < ?
                            AND (ended_at > ? OR id > ?)
                        ORDER BY ended_at, id LIMIT ?
                        """,
                        SqlCostPages::saving,
                        begin,
                        Times.number(to),
                        begin,
                        after == null ? "" : after.generation().value(),
                        limit));
    }

    private static Saving saving(Row row) {
        return new Saving(
                new GenerationId(row.text("id")),
                row.instant("ended_at"),
                row.text("client"),
                KINDS.value(row.text("kind")),
                Json.pairs(row.text("labels")),
                new Avoided(
                        row.text("avoided_provider"),
                        row.text("avoided_model"),
                        row.count("avoided_images"),
                        Amounts.of(row, "avoided_micros", "avoided_currency")));
    }
}
