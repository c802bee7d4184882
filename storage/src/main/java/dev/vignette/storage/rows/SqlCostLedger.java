package dev.vignette.storage.rows;

import dev.vignette.store.CostLedger;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import dev.vignette.store.LedgerEntry;
import java.util.List;

/** The ledger in its table. */
final class SqlCostLedger implements CostLedger {
    private final Reader reader;

    SqlCostLedger(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<CostRow> report(CostQuery query) {
        return reader.read(new CostReport(query)::read);
    }

    @Override
    public List<LedgerEntry> after(long sequence, int limit) {
        return reader.read(session -> ChargeRows.after(session, sequence, limit));
    }
}
