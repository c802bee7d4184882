package dev.vignette.engine.surroundings;

/** What becomes of a generation while nobody knows whether an order arrived. */
public enum UnknownOutcome {
    /** It runs on until its deadline, in case the outcome becomes known. */
    HOLD,
    /** It fails at once. */
    FAIL,
    /** What is presumed lost is bought again, within the duplicate budget. */
    RESUBMIT
}
