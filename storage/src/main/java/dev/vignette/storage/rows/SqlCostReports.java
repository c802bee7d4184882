package dev.vignette.storage.rows;

import dev.vignette.store.CostQuery;
import dev.vignette.store.CostReports;
import dev.vignette.store.CostRow;
import java.util.List;

/** Adds the ledger up in the database. */
final class SqlCostReports implements CostReports {
    private final Reader reader;

    SqlCostReports(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<CostRow> report(CostQuery query) {
        return reader.readTogether(new CostReport(query)::read);
    }
}
