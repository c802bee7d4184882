package dev.vignette.modelslab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("SplittableRandom").create(20261120);
    private final Pace pace = new Pace(random);

    @ParameterizedTest
    @CsvSource({"12500, 10000", "4000, 4000", "100, 500"})
    void looksFirstWhenTheJobShouldBeDoneButWithinTenSeconds(long eta, long expected) {
        Duration first = pace.first(Optional.of(Duration.ofMillis(eta)));

        assertThat(first).isEqualTo(Duration.ofMillis(expected));
    }

    @Test
    void looksFirstAfterTwoSecondsWhenNothingWasSaid() {
        assertThat(pace.first(Optional.empty())).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void looksAgainEveryTwoToFiveSecondsUnevenly() {
        long different = 0;
        for (int i = 0; i < 200; i++) {
            Duration next = pace.next(Optional.of(Duration.ofSeconds(20)));
            assertThat(next).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
            different += next.toMillis() % 1000 == 0 ? 0 : 1;
        }

        assertThat(different).isGreaterThan(100);
    }

    @Test
    void looksAgainWithinASecondAtAShortJob() {
        for (int i = 0; i < 200; i++) {
            Duration next = pace.next(Optional.of(Duration.ofMillis(700)));

            assertThat(next).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        }
    }
}
