package dev.vignette.modelslab;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When the next look at a job is worth it. The vendor names an expected time but no rate limit for
 * looking; public clients look every 2 to 5 seconds.
 */
final class Pace {
    private static final long SOONEST = 500;
    private static final long LATEST_FIRST = 10_000;
    private static final long UNTOLD_FIRST = 2_000;
    private static final long SHORT_JOB = 3_000;

    private final RandomGenerator random;

    Pace(RandomGenerator random) {
        this.random = random;
    }

    /** The first look: when the job should be done, but within ten seconds. */
    Duration first(Optional<Duration> eta) {
        long millis = eta.map(Duration::toMillis).orElse(UNTOLD_FIRST);
        return Duration.ofMillis(Math.clamp(millis, SOONEST, LATEST_FIRST));
    }

    /** Later looks: 2 to 5 seconds apart, half a second to one when the job is a short one. */
    Duration next(Optional<Duration> eta) {
        boolean isShort = eta.filter(time -> time.toMillis() <= SHORT_JOB).isPresent();
        long millis = isShort ? random.nextLong(500, 1_000) : random.nextLong(2_000, 5_000);
        return Duration.ofMillis(millis);
    }
}
