package dev.vignette.store;

import java.util.List;

/** Lists lines of the ledger, a page at a time, in the ledger's order. */
public interface CostEntries {

    /** Where the lines of a period are in the ledger now; empty when there are none. */
    Stretch stretch(EntryQuery query);

    /**
     * The next lines of a period within a stretch. Lines never change, so pages one after the other
     * are together what was there when the stretch was found, however the ledger grows meanwhile.
     *
     * @param limit at most so many; more than zero
     */
    List<LedgerEntry> page(EntryQuery query, Stretch within, int limit);

    /**
     * A part of the ledger.
     *
     * @param after the place before its first line
     * @param last the place of its last line; {@code after} or less when there is none
     */
    record Stretch(long after, long last) {

        /** No line. */
        public static final Stretch NONE = new Stretch(0, 0);

        /** What of it comes after that place. */
        public Stretch from(long place) {
            return new Stretch(Math.max(after, place), last);
        }
    }
}
