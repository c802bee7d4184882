package dev.vignette.store;

import java.time.Instant;

/** Whether an attempt may be sent. */
public sealed interface Departure {

    /** The permit is written down as used: now is the moment, and the only one. */
    record Granted() implements Departure {}

    /** Somebody else moved the attempt; nothing changed. */
    record Lost() implements Departure {}

    /** The account gets no order now; nothing changed, and it costs the attempt nothing. */
    sealed interface HeldUp extends Departure {}

    /** The account has as many jobs in flight as it may. */
    record Full() implements HeldUp {}

    /**
     * The account got as many orders within a minute as it may.
     *
     * @param freeAt when the oldest of them is a minute ago
     */
    record TooMany(Instant freeAt) implements HeldUp {}

    /**
     * The provider asked for a pause, of this gateway or another.
     *
     * @param until when the account gets orders again
     */
    record Closed(Instant until) implements HeldUp {}
}
