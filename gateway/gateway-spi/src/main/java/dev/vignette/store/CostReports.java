package dev.vignette.store;

import java.util.List;

/** Adds the ledger up. */
public interface CostReports {

    /**
     * The lines of a period added up, and what was avoided in it, one row per group and currency. A
     * charge without a known amount counts in its group's row when the group has one currency, and
     * otherwise in a row without one.
     *
     * @throws IllegalArgumentException when a column to group by is not known
     */
    List<CostRow> report(CostQuery query);
}
