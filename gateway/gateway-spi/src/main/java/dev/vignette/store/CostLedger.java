package dev.vignette.store;

import java.util.List;

/** Reads the append-only ledger that {@link ProductionStore#conclude} writes. */
public interface CostLedger {

    /**
     * The charges of a period added up, and what was avoided in it, one line per group and
     * currency.
     */
    List<CostRow> report(CostQuery query);

    /** Charges after that place, in order. */
    List<LedgerEntry> after(long sequence, int limit);
}
