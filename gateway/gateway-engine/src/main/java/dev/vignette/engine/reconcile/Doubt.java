package dev.vignette.engine.reconcile;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import java.time.Duration;
import java.time.Instant;

/**
 * The span in which an order of unknown outcome can have reached its provider.
 *
 * @param attempt whose order it is
 * @param from when the permit to send it was used
 * @param until the last moment it can have arrived
 */
record Doubt(Attempt attempt, Instant from, Instant until) {
    /** Two clocks never agree quite. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** How far a clock is put back or forward at most. */
    private static final Duration CLOCK = Duration.ofMinutes(65);

    /** The longest an adapter waits for the answer to an order. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    /** How long after a call a provider may still take what it read, and its list may lag. */
    static final Duration SETTLED = Duration.ofSeconds(122);

    /** The doubt about an attempt that is unknown or in review. */
    static Doubt of(Attempt attempt) {
        return switch (attempt.state()) {
            case AttemptState.Unknown(var from, var until, var _) ->
                    new Doubt(attempt, from, until);
            case AttemptState.Review(var from, var until, var _, var _) ->
                    new Doubt(attempt, from, until);
            case AttemptState.Preparing _,
                    AttemptState.Sending _,
                    AttemptState.Accepted _,
                    AttemptState.Ended _ ->
                    throw new IllegalArgumentException("no doubt about " + attempt.id());
        };
    }

    /** From when on a job in the list can be its. */
    Instant earliest() {
        return from.minus(MARGIN);
    }

    /** Whether a job created then can be its. */
    boolean covers(Instant createdAt) {
        return !createdAt.isBefore(earliest()) && !createdAt.isAfter(settled());
    }

    /** The same, whatever our clock may have been put back or forward since. */
    boolean mayCover(Instant createdAt) {
        return !createdAt.isBefore(earliest().minus(CLOCK))
                && !createdAt.isAfter(settled().plus(CLOCK));
    }

    /** From when on a list without it means something. */
    Instant settled() {
        Instant called = from.plus(LONGEST_CALL);
        return (until.isAfter(called) ? until : called).plus(SETTLED);
    }
}
