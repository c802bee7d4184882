package dev.vignette.replicate.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a prediction passes through its states.
 *
 * @param plan how it ends when nobody stops it
 * @param createdAt when it was created
 * @param startsAt when a machine takes it up
 * @param endsAt when its plan is fulfilled
 * @param stopsAt when its deadline comes
 * @param deadlineAsked whether the caller set that deadline
 * @param canceledAt when it was cancelled; {@code null} when it was not
 */
record Run(
        Plan plan,
        Instant createdAt,
        Instant startsAt,
        Instant endsAt,
        Instant stopsAt,
        boolean deadlineAsked,
        @Nullable Instant canceledAt) {

    /** The run limit where no deadline is asked for ("Prediction lifecycle"). */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** A fifth of the time goes into the start. */
    static Run planned(Plan plan, Instant now, Duration takes, @Nullable Duration cancelAfter) {
        Duration life = cancelAfter == null ? LONGEST : cancelAfter;
        boolean starts = plan != Plan.NEVER_STARTS;
        boolean ends = starts && plan != Plan.NEVER_ENDS;
        return new Run(
                plan,
                now,
                starts ? now.plus(takes.dividedBy(5)) : Instant.MAX,
                ends ? now.plus(takes) : Instant.MAX,
                now.plus(life),
                cancelAfter != null,
                null);
    }

    Run canceled(Instant now) {
        return state(now).isFinal()
                ? this
                : new Run(plan, createdAt, startsAt, endsAt, stopsAt, deadlineAsked, now);
    }

    /** How it stands at that time. */
    State state(Instant now) {
        Instant stopped = stoppedAt();
        if (!endsAt.isAfter(now) && endsAt.isBefore(stopped)) {
            return plan.succeeds() ? State.SUCCEEDED : State.FAILED;
        }
        if (!stopped.isAfter(now)) {
            boolean neverStarted = canceledAt == null && stopped.isBefore(startsAt);
            return neverStarted ? State.ABORTED : State.CANCELED;
        }
        return startsAt.isAfter(now) ? State.STARTING : State.PROCESSING;
    }

    /** When it came to its end, of whatever sort; only of use once it has. */
    Instant completedAt() {
        return endsAt.isBefore(stoppedAt()) ? endsAt : stoppedAt();
    }

    /** Whether a machine has taken it up by then. */
    boolean hasStarted(Instant now) {
        return !startsAt.isAfter(now) && startsAt.isBefore(stoppedAt());
    }

    private Instant stoppedAt() {
        return canceledAt != null && canceledAt.isBefore(stopsAt) ? canceledAt : stopsAt;
    }
}
