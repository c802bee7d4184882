package dev.vignette.engine.watch;

import dev.vignette.provider.ProviderFailure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a list that cannot be read is left alone: a second, then twice as long each time. Said
 * once when it begins and once when it is over. Not safe for many threads.
 */
final class Backoff {
    private static final Logger LOG = LoggerFactory.getLogger(Backoff.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    private int failures;
    private long until;

    /** The reading failed; others that were on their way with it do not count again. */
    void failed(String provider, ProviderFailure failure, long now) {
        if (left(now).isPositive()) {
            return;
        }
        if (failures == 0) {
            LOG.warn(
                    "{}: its list cannot be read ({}); jobs in flight are looked at one by one"
                            + " meanwhile, less often",
                    provider,
                    failure.kind().wireName());
        }
        Duration own = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration capped = own.compareTo(LONGEST) < 0 ? own : LONGEST;
        Duration pause =
                failure.retryAfter().filter(asked -> asked.compareTo(capped) > 0).orElse(capped);
        failures++;
        until = now + pause.toNanos();
    }

    /** A reading came through. */
    void worked(String provider) {
        if (failures > 0) {
            LOG.info("{}: its list can be read again", provider);
        }
        failures = 0;
    }

    /** Whether the last reading came through, or none was made. */
    boolean over() {
        return failures == 0;
    }

    /** How long it is still left alone; zero or less when it is not. */
    Duration left(long now) {
        return failures == 0 ? Duration.ZERO : Duration.ofNanos(until - now);
    }
}
