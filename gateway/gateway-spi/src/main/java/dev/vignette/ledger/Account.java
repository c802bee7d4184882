package dev.vignette.ledger;

import java.util.Locale;

/** What amounts are moved between: the accounts of the double entry. */
public enum Account {
    /** Set aside for attempts that have not ended. */
    HELD(true),
    /** What those attempts may come to; stands against {@link #HELD}. */
    COMMITTED(false),
    /** What clients' generations cost. */
    SPENT(true),
    /** What jobs cost that no generation is known for: nobody but the operator pays them. */
    LOST(true),
    /** What attempts may have cost whose outcome nobody knows any more. */
    SUSPENSE(true),
    /** What is owed to providers. */
    PAYABLE(false);

    private final boolean used;

    Account(boolean used) {
        this.used = used;
    }

    /** Whether what is on it counts in budgets. */
    public boolean used() {
        return used;
    }

    /** The name on the wire, for example {@code held}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
