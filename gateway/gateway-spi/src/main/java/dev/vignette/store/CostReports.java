package dev.vignette.store;

import java.util.List;

/** Adds the ledger up. */
public interface CostReports {

    /**
     * The lines of a period added up, and what was avoided in it, one row per group and currency.
     *
     * <p>A charge without a known amount is unpriced until a correction within the period gives it
     * one. It counts in its group's row when the group has one currency, and otherwise in a row
     * without one. A correction counts in the period it was written in, and only in amounts. What a
     * provider takes for a month counts in the amount and is no attempt. A line from before ordered
     * pictures were counted has as many ordered as delivered.
     *
     * @throws IllegalArgumentException when a column to group by is not known
     */
    List<CostRow> report(CostQuery query);
}
