package dev.vignette.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LatencyTest {
    private static final Duration USUAL = Duration.ofMillis(300);

    private final Latency latency = new Latency();
    private final SplittableRandom random = new SplittableRandom(22);

    @Test
    void takesNothingUsualForSlow() {
        assertThat(slowOf(1_000, USUAL)).isZero();
    }

    @Test
    void toleratesOneSlowAnswer() {
        slowOf(50, USUAL);

        assertThat(slowOf(1, USUAL.multipliedBy(10))).isZero();
        assertThat(slowOf(50, USUAL)).isZero();
    }

    @Test
    void noticesWithinAFewAnswersThatAllAreTenTimesSlower() {
        slowOf(50, USUAL);

        assertThat(slowOf(20, USUAL.multipliedBy(10))).isGreaterThanOrEqualTo(17);
    }

    @Test
    void isNotSlowAnyMoreAtTheFirstQuickAnswer() {
        slowOf(50, USUAL);
        slowOf(50, USUAL.multipliedBy(10));

        assertThat(slowOf(50, USUAL)).isZero();
    }

    @Test
    void takesWhatLastsForUsual() {
        slowOf(50, USUAL);
        slowOf(1_000, USUAL.multipliedBy(10));

        assertThat(slowOf(100, USUAL.multipliedBy(10))).isZero();
    }

    @Test
    void takesNoDifferenceBetweenQuickAnswersForSlow() {
        slowOf(50, Duration.ofNanos(100));

        assertThat(slowOf(50, Duration.ofMillis(30))).isZero();
    }

    /** How many of so many answers are slow; each takes a tenth more or less. */
    private int slowOf(int number, Duration length) {
        int slow = 0;
        for (int i = 0; i < number; i++) {
            long nanos = (long) (length.toNanos() * (0.9 + random.nextDouble() * 0.2));
            slow += latency.isSlow(Duration.ofNanos(nanos)) ? 1 : 0;
        }
        return slow;
    }
}
