package dev.vignette.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Schedules that nobody has seen before: others every day, the same all day long. */
final class NewSchedulesTest {
    private static final long A_DAY = 100_000_000;

    @Test
    void hold() {
        long first = LocalDate.now(ZoneOffset.UTC).toEpochDay() * A_DAY;
        long seconds = Long.getLong("simulation.seconds", 40);

        Campaign.Report report = new Campaign().run(first, Duration.ofSeconds(seconds));

        System.out.printf(
                "%d schedules from seed %d on, %d a minute%n",
                report.schedules(), first, report.perMinute());
        assertThat(report.failures()).isEmpty();
    }
}
