package dev.vignette.storage.rows;

import dev.vignette.store.CostEntries.Stretch;
import dev.vignette.store.EntryQuery;
import dev.vignette.store.LedgerEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement for one page of the ledger: only the conditions that were asked for. */
final class EntryPage {
    private final StringBuilder conditions = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    private EntryPage() {}

    static EntryPage of(EntryQuery query, Stretch within, int limit) {
        EntryPage page = new EntryPage();
        page.where("sequence > ?", within.after());
        page.where("sequence <= ?", within.last());
        // The sign keeps the index of times out: the whole period would be sorted for each page.
        page.where("+charged_at >= ?", Times.number(query.from()));
        page.where("+charged_at < ?", Times.number(query.to()));
        page.where("provider = ?", query.filter().provider());
        page.where("client = ?", query.filter().client());
        page.where(
                "kind = ?",
                query.filter().kind() == null ? null : query.filter().kind().wireName());
        page.where("type = ?", query.type());
        page.values.add(limit);
        return page;
    }

    List<LedgerEntry> read(Session session) {
        return session.list(
                "SELECT * FROM charges WHERE " + conditions + " ORDER BY sequence LIMIT ?",
                ChargeRows::entry,
                values.toArray());
    }

    private void where(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.append(conditions.isEmpty() ? "" : " AND ").append(condition);
            values.add(value);
        }
    }
}
