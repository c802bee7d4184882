package dev.vignette.modelslab;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads durations that are given in seconds. */
final class Waits {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Waits() {}

    /** The duration, at most an hour, or empty when the text is no positive number of seconds. */
    static Optional<Duration> seconds(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            BigDecimal seconds = new BigDecimal(text.strip());
            if (seconds.signum() <= 0) {
                return Optional.empty();
            }
            BigDecimal capped = seconds.min(BigDecimal.valueOf(LONGEST.toSeconds()));
            return Optional.of(Duration.ofMillis(capped.multiply(MILLIS).longValue()));
        } catch (NumberFormatException _) {
            return Optional.empty(); // a date, which this vendor is not known to send
        }
    }
}
