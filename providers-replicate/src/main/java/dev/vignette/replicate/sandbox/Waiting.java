package dev.vignette.replicate.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers that speak of time: {@code Prefer: wait=n} and {@code Cancel-After}. */
final class Waiting {
    private static final Pattern WAIT = Pattern.compile("wait(?:=(\\d{1,2}))?");
    private static final Pattern AFTER = Pattern.compile("(\\d{1,7})([smh]?)");
    private static final long DEFAULT_SECONDS = 60;

    private final Clock clock;

    Waiting(Clock clock) {
        this.clock = clock;
    }

    static boolean isWait(String prefer) {
        return WAIT.matcher(prefer).matches();
    }

    /** A whole number of seconds, or one with a suffix, 5 seconds to 24 hours; else empty. */
    static Optional<Duration> cancelAfter(String header) {
        Matcher after = AFTER.matcher(header);
        if (!after.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(after.group(1));
        Duration life =
                switch (after.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofSeconds(number);
                };
        boolean allowed = life.toSeconds() >= 5 && life.toHours() <= 24;
        return allowed ? Optional.of(life) : Optional.empty();
    }

    /** Blocks until the job is over or the wait is. */
    void await(Job job, String prefer) {
        Matcher wait = WAIT.matcher(prefer);
        String seconds = wait.matches() ? wait.group(1) : null;
        Duration longest =
                Duration.ofSeconds(seconds == null ? DEFAULT_SECONDS : Long.parseLong(seconds));
        Duration left = Duration.between(clock.instant(), job.run().completedAt());
        Duration pause = left.compareTo(longest) < 0 ? left : longest;
        try {
            Thread.sleep(pause.isNegative() ? Duration.ZERO : pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the double stops; the answer is cut
        }
    }
}
