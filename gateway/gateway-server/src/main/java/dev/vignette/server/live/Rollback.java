package dev.vignette.server.live;

/** What came of asking for the version before. */
public sealed interface Rollback {

    /** It is in force. */
    record Done() implements Rollback {}

    /** There is none before the one in force. */
    record NoneBefore() implements Rollback {}

    /** It cannot be used any more. */
    record Unusable(long number, String why) implements Rollback {}
}
