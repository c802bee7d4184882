package dev.vignette.engine.limit;

import dev.vignette.provider.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Spreads the orders that the provider says are left over the time until it has more, once fewer
 * than half of a minute's orders are left: a burst that fits need not wait.
 */
final class Spread {
    /** No window of any provider is longer; a clock was wrong. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private int remaining;
    private long resetsAt;
    private long last;

    Spread(long now) {
        this.resetsAt = now;
        this.last = now;
    }

    /** That was said with an answer just now. */
    void told(Quota quota, OptionalInt perMinute, Instant time, long now) {
        boolean plenty = perMinute.isPresent() && 2L * quota.remaining() >= perMinute.getAsInt();
        Duration left = plenty ? Duration.ZERO : Duration.between(time, quota.resetsAt());
        remaining = quota.remaining();
        resetsAt = now + (left.compareTo(LONGEST) < 0 ? left : LONGEST).toNanos();
    }

    /** An order leaves. */
    void passed(long now) {
        remaining = Math.max(remaining - 1, 0);
        last = now;
    }

    /** Nanoseconds until the next one may; zero or less when it may now. */
    long left(long now) {
        long untilReset = resetsAt - now;
        if (untilReset <= 0 || remaining <= 0) {
            return untilReset;
        }
        return last + (resetsAt - last) / (remaining + 1) - now;
    }
}
