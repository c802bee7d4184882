package dev.vignette.engine.watch;

import dev.vignette.engine.surroundings.SteadyTime;
import dev.vignette.engine.surroundings.Waits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The calls one account may make besides its orders. Those that watch many jobs wait for their
 * turn; all others are made when they are needed and counted afterwards, so that the watch slows
 * down by them and the minute holds in total.
 */
public final class CallBudget {
    private static final int SECONDS_IN_A_MINUTE = 60;

    private final @Nullable Bucket bucket;
    private final int saved;

    /**
     * A budget with a second's worth saved up.
     *
     * @param callsPerMinute at most in any minute, or empty for no limit
     */
    CallBudget(OptionalInt callsPerMinute, Waits waits) {
        this.saved = Math.max(1, callsPerMinute.orElse(0) / SECONDS_IN_A_MINUTE);
        this.bucket =
                callsPerMinute.isEmpty() ? null : bucket(callsPerMinute.getAsInt(), saved, waits);
    }

    /** What is saved up is taken off what flows in, so that no minute sees more than its share. */
    private static Bucket bucket(int callsPerMinute, int saved, Waits waits) {
        int flow = Math.max(1, callsPerMinute - saved);
        return Bucket.builder()
                .withCustomTimePrecision(new SteadyTime(waits))
                .addLimit(band -> band.capacity(saved).refillGreedy(flow, Duration.ofMinutes(1)))
                .build();
    }

    /**
     * Calls that were made, whether there was room for them or not. No more than a second's worth
     * is owed: a burst, such as first looks at a thousand new jobs, must not keep the list from
     * being read for minutes, for it is the reading that makes those looks unnecessary.
     */
    public void spent(int calls) {
        if (bucket != null && calls > 0 && bucket.getAvailableTokens() > -saved) {
            long _ = bucket.consumeIgnoringRateLimits(calls);
        }
    }

    /** Takes one call when there is room: zero when it was taken, else how long to wait. */
    public Duration take() {
        if (bucket == null) {
            return Duration.ZERO;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }
}
