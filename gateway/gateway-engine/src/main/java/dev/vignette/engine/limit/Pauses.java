package dev.vignette.engine.limit;

import dev.vignette.engine.limit.Closure.Why;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Until when an account gets no order, and why: what was told, else a guess that grows. */
final class Pauses {
    private static final Duration FIRST_GUESS = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    /** Whatever is told: one order that is refused costs nothing, and this may be a mistake. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private long opensAt;
    private long closedAt;
    private Why why = Why.THROTTLED;
    private int inARow;

    Pauses(RandomGenerator random, long now) {
        this.random = random;
        this.opensAt = now;
        this.closedAt = now;
    }

    /** Nanoseconds until it opens; zero or less while it is open. */
    long left(long now) {
        return opensAt - now;
    }

    Why why() {
        return why;
    }

    /** No order for that long, at most five minutes. */
    void close(Duration length, Why reason, long now) {
        long until = now + shorter(length, LONGEST).toNanos();
        if (until - opensAt > 0) {
            opensAt = until;
            why = reason;
        }
    }

    /** An order that left then was refused as one too many. */
    void throttled(Optional<Duration> told, long sentAt, long now) {
        if (inARow == 0 || sentAt - closedAt >= 0) {
            inARow++;
            closedAt = now;
        }
        close(told.filter(Duration::isPositive).orElseGet(this::guess), Why.THROTTLED, now);
    }

    /** An order was taken that left after the last refusal. */
    void taken(long sentAt) {
        if (sentAt - closedAt >= 0) {
            inARow = 0;
        }
    }

    /** Twice as long each time, and up to half as long again: gateways do not come back in step. */
    private Duration guess() {
        Duration guess = FIRST_GUESS.multipliedBy(1L << Math.min(inARow - 1, MOST_DOUBLINGS));
        return guess.plusNanos(random.nextLong(guess.toNanos() / 2));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
