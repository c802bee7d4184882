package dev.vignette.store;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What providers take for a month: one charge for each provider and month, however many gateways
 * there are, and its sharing out over what was made. Every write may be repeated.
 */
public interface MonthlyFees {

    /**
     * Writes the charge of a fee, unless there is one for its provider and that month.
     *
     * @return whether it was written
     */
    boolean owe(YearMonth month, Charge fee);

    /**
     * Settles for each fee of a month before that one what takes part in its sharing, unless that
     * was done before: its amount as corrected by then, and the charges of attempts that delivered
     * and are charged by the month.
     *
     * @param month the first month that is not shared out yet
     * @return those that are not shared out to their end, in any order
     */
    List<MonthlyFee> open(YearMonth month);

    /** The next charges that take part and have no share yet, in order; empty when all have. */
    List<LedgerEntry> next(MonthlyFee fee, int limit);

    /**
     * Writes shares down and how far that brings the sharing, all or nothing.
     *
     * @param before as it was read
     * @param after as it is then
     * @param shares corrections, which add up to nothing
     * @return false when somebody else was faster; nothing changed
     */
    boolean share(MonthlyFee before, MonthlyFee after, List<Correction> shares);

    /** The moment a month begins, in UTC. */
    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
