package dev.vignette.store;

/** Whether an attempt may be sent. */
public enum Departure {
    /** The permit is written down as used: now is the moment, and the only one. */
    GRANTED,
    /** The account has as many jobs in flight as it may; nothing changed. */
    FULL,
    /** Somebody else moved the attempt; nothing changed. */
    LOST
}
