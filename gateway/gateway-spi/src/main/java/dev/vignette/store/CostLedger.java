package dev.vignette.store;

import java.util.List;

/** Reads the append-only ledger that {@link ProductionStore#conclude} writes. */
public interface CostLedger {

    /**
     * The charges of a period added up, and what was avoided in it, one line per group and
     * currency. A charge without a known amount counts in its group's line when the group has one
     * currency, and otherwise in a line without one.
     *
     * @throws IllegalArgumentException when a column to group by is not known
     */
    List<CostRow> report(CostQuery query);

    /** Charges after that place, in order. */
    List<LedgerEntry> after(long sequence, int limit);
}
