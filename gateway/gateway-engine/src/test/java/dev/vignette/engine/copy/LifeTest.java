package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifeTest {

    @ParameterizedTest(name = "of {0} minutes, {1} are over")
    @CsvSource({"60, 48", "1440, 1152", "100, 80", "30, 18", "10, -2"})
    void isUrgentInItsLastFifthAndInTheLastTwelveMinutes(int life, int urgentAfter) {
        Life link = new Life(VirtualTime.START, VirtualTime.START.plus(Duration.ofMinutes(life)));

        assertThat(Duration.between(VirtualTime.START, link.softDeadline()))
                .isEqualTo(Duration.ofMinutes(urgentAfter));
    }
}
