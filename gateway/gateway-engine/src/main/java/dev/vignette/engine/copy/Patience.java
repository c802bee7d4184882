package dev.vignette.engine.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long one picture's links are tried. A link that gives something else than the picture may
 * only be early (ModelsLab's links answer 404 until the file is there), so it gets 75 seconds; what
 * passes by itself is tried until the link dies.
 */
final class Patience {
    static final int MOST_USELESS = 10;

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Backoff EARLY = new Backoff(FIRST, Duration.ofSeconds(15));
    private static final Backoff BROKEN = new Backoff(FIRST, Duration.ofSeconds(30));

    private final Instant expiresAt;
    private int useless;
    private int passing;

    Patience(Instant expiresAt) {
        this.expiresAt = expiresAt;
    }

    /**
     * How long to wait after that outcome, or empty when it is not worth trying again. The last try
     * is at the moment the link dies.
     */
    Optional<Duration> next(Outcome outcome, Instant now) {
        Duration left = Duration.between(now, expiresAt);
        if (!left.isPositive()) {
            return Optional.empty();
        }
        return pause(outcome).map(pause -> pause.compareTo(left) < 0 ? pause : left);
    }

    /** Whether this is the first that went wrong. */
    boolean isFresh() {
        return useless + passing == 1;
    }

    private Optional<Duration> pause(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Arrived _ -> Optional.empty();
            case Outcome.Passing _ -> Optional.of(BROKEN.after(++passing));
            case Outcome.Crawling _ -> Optional.of(FIRST);
            case Outcome.Useless _, Outcome.Denied _ ->
                    ++useless == MOST_USELESS
                            ? Optional.empty()
                            : Optional.of(EARLY.after(useless));
        };
    }
}
