package dev.vignette.replicate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a next look at a job is worth it. Looks are 665 ms apart, counted from call to call, so that
 * a finish is known a third of a second later at the median with no more than one and a half calls
 * a second; a job older than two minutes is looked at once in each 200th part of its age, at least
 * every 10 seconds. The first look falls anywhere within one period and all are spread by 5 %: jobs
 * that start together, or all take equally long, are not looked at in step.
 */
final class Pacing {
    private static final Duration PERIOD = Duration.ofMillis(665);

    /** A call may get lost, and Replicate gives up after about a minute. */
    private static final Duration NET = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LOOKS_PER_AGE = 200;

    /** No run of this model has been seen to take less than some seconds. */
    private static final Duration EARLIEST = Duration.ofMillis(1200);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    /** So few calls left in the window that other jobs, and orders, should have them. */
    private static final long SCARCE = 20;

    private final Clock clock;
    private final RandomGenerator random;
    private final boolean waitsForCalls;

    /**
     * Looks at jobs.
     *
     * @param waitsForCalls whether jobs that are to call us are looked at rarely
     */
    Pacing(Clock clock, RandomGenerator random, boolean waitsForCalls) {
        this.clock = clock;
        this.random = random;
        this.waitsForCalls = waitsForCalls;
    }

    /** After an order was taken. */
    Duration first(Reply.Answered answer) {
        if (isRare(answer)) {
            return spread(NET);
        }
        return EARLIEST.plusMillis(random.nextLong(PERIOD.toMillis()));
    }

    /**
     * After a look that found the job working.
     *
     * @param createdAt when the job was created, by Replicate's clock; {@code null} when not said
     * @param asked when the look began
     */
    Duration next(@Nullable Instant createdAt, Instant asked, Reply.Answered answer) {
        if (isRare(answer)) {
            return spread(NET);
        }
        Instant now = clock.instant();
        Duration age = createdAt == null ? Duration.ZERO : between(createdAt, now);
        Duration period = shorter(longer(age.dividedBy(LOOKS_PER_AGE), PERIOD), LONGEST);
        Duration taken = shorter(between(asked, now), period.dividedBy(2));
        Duration next = spread(period.minus(taken));
        return scarcity(answer).map(reset -> longer(reset, next)).orElse(next);
    }

    /** After a look that failed, at least as long as was asked for. */
    Duration afterFailure(Optional<Duration> asked) {
        Duration own = AFTER_FAILURE.plus(Duration.ofMillis(random.nextInt(1000)));
        return asked.map(wait -> longer(wait.plusMillis(random.nextInt(250)), own)).orElse(own);
    }

    /** By what Replicate says of the job: every process and every later look knows it alike. */
    private boolean isRare(Reply.Answered answer) {
        return waitsForCalls && answer.body().flatMap(body -> body.text("webhook")).isPresent();
    }

    private static Optional<Duration> scarcity(Reply.Answered answer) {
        return ThrottleWait.header(answer, "ratelimit-remaining")
                .filter(remaining -> remaining.toSeconds() <= SCARCE)
                .flatMap(_ -> ThrottleWait.header(answer, "ratelimit-reset"));
    }

    private Duration spread(Duration middle) {
        double factor = 0.95 + random.nextDouble() * 0.1;
        return Duration.ofMillis(Math.round(middle.toMillis() * factor));
    }

    /** Never negative: two clocks are compared. */
    private static Duration between(Instant from, Instant to) {
        return longer(Duration.between(from, to), Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
