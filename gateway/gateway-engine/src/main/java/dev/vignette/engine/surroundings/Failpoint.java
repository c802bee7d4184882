package dev.vignette.engine.surroundings;

/**
 * The moments on a generation's way at which a sudden death must do no harm. The numbers are those
 * of docs/paid-once.md; C5 and C6, with half the order or all of it sent, lie at the provider's end
 * of the line, and C15 belongs to calls to apps.
 */
public enum Failpoint {
    /** A request was read, nothing is written. */
    C1,
    /** A generation was accepted, the caller does not know yet. */
    C2,
    /** An attempt is written down, nothing was sent. */
    C3,
    /** The permit to send is used up, not one byte was sent. */
    C4,
    /** The provider's answer to the order was read, not written down. */
    C7,
    /** The job's id is written down. */
    C8,
    /** The end of a job was seen, not written down. */
    C9,
    /** Charge and owed pictures are written down. */
    C10,
    /** A picture is half downloaded. */
    C11,
    /** A picture is safe in the spool. */
    C12,
    /** A picture is in the store, which is not written down. */
    C13,
    /** Every picture is stored, the generation is not over. */
    C14,
    /** A provider's call is in the inbox, nothing was done about it. */
    C16,
    /** A provider's call was read, not written down. */
    C17,
    /** A generation was called off, the provider does not know. */
    C18,
    /** The work on a production, which others may have joined, begins. */
    C19,
    /** A restored backup was noticed, nothing was done about it. */
    C20,
    /** An answer with pictures in it was read, not written down. */
    C21
}
