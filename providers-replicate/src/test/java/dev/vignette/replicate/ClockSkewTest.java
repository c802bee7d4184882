package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the header {@code Date} tells of the other clock, seen from ten o'clock. */
final class ClockSkewTest {
    private static final Instant ASKED = Instant.parse("2026-03-01T10:00:00.200Z");
    private static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00.700Z");

    @Test
    void liesWithinTheSecondThatWasCutAndTheTimeWeWaited() {
        ClockSkew skew = measured("Sun, 01 Mar 2026 10:05:00 GMT");

        assertThat(skew.least()).isEqualTo(Duration.ofMillis(299_300));
        assertThat(skew.most()).isEqualTo(Duration.ofMillis(300_800));
    }

    @ParameterizedTest
    @CsvSource({
        "10:00:00, true",
        "10:00:01, true",
        "09:59:59, true",
        "10:00:02, false",
        "09:59:58, false"
    })
    void isSmallWhileTheClocksAgreeToTwoSeconds(String time, boolean small) {
        ClockSkew skew = measured("Sun, 01 Mar 2026 " + time + " GMT");

        assertThat(ClockSkew.SMALL.covers(skew)).isEqualTo(small);
    }

    @Test
    void movesATimeThereAndBack() {
        ClockSkew skew = measured("Sun, 01 Mar 2026 10:05:00 GMT");

        assertThat(skew.before(ASKED)).isEqualTo(Instant.parse("2026-03-01T10:04:58Z"));
        assertThat(skew.after(ASKED)).isEqualTo(Instant.parse("2026-03-01T10:05:03Z"));
        assertThat(skew.ours(Instant.parse("2026-03-01T10:05:00Z")))
                .isEqualTo(Instant.parse("2026-03-01T09:59:59.950Z"));
    }

    @Test
    void movesNothingWhereNoDifferenceIsKnown() {
        ClockSkew skew = measured("Sun, 01 Mar 2026 10:00:00 GMT");

        assertThat(skew.ours(ASKED)).isEqualTo(ASKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-03-01T10:00:00Z"})
    void anUnreadableDateTellsNothing(String date) {
        Reply.Answered answer = new Reply.Answered(200, Map.of("date", date), null);

        assertThat(ClockSkew.measured(answer, ASKED, RECEIVED)).isEmpty();
    }

    private static ClockSkew measured(String date) {
        Reply.Answered answer = new Reply.Answered(200, Map.of("date", date), null);
        return ClockSkew.measured(answer, ASKED, RECEIVED).orElseThrow();
    }
}
