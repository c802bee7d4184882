package dev.vignette.ledger;

import java.time.Instant;

/** One line of the cost ledger. Written once and never changed. */
public sealed interface Line permits Charge, Correction {

    /** Its name: a prefix and a sortable id. */
    String id();

    /** When it was written; the period it counts in. */
    Instant at();

    /** What it is about. */
    Work work();

    /** What it comes to. */
    Billing billing();

    /** The name of its type on the wire, {@code charge} or {@code correction}. */
    default String type() {
        return switch (this) {
            case Charge _ -> "charge";
            case Correction _ -> "correction";
        };
    }
}
