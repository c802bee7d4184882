package dev.vignette.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SpreadTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static final OptionalInt NO_LIMIT = OptionalInt.empty();

    private final Spread spread = new Spread(0);

    @Test
    void spreadsWhatIsLeftOverTheTimeUntilThereIsMore() {
        spread.told(new Quota(4, NOW.plusSeconds(20)), NO_LIMIT, NOW, 0);
        int sent = 0;
        for (long now = 0; now < at(20); now += at(1)) {
            if (spread.left(now) <= 0) {
                spread.passed(now);
                sent++;
                assertThat(spread.left(now)).isGreaterThanOrEqualTo(at(3));
            }
        }

        assertThat(sent).isEqualTo(4);
        assertThat(spread.left(at(20))).isLessThanOrEqualTo(0);
    }

    @Test
    void closesUntilThereIsMoreWhenNothingIsLeft() {
        spread.told(new Quota(0, NOW.plusSeconds(17)), NO_LIMIT, NOW, 0);

        assertThat(spread.left(at(1))).isEqualTo(at(16));
        assertThat(spread.left(at(17))).isZero();
    }

    @Test
    void hardlyWaitsWhilePlentyIsLeft() {
        spread.told(new Quota(599, NOW.plusSeconds(1)), NO_LIMIT, NOW, 0);
        spread.passed(0);

        assertThat(Duration.ofNanos(spread.left(0))).isLessThan(Duration.ofMillis(2));
    }

    @Test
    void letsABurstGoWhileHalfOfAMinutesOrdersAreLeft() {
        spread.told(new Quota(300, NOW.plusSeconds(60)), OptionalInt.of(600), NOW, 0);
        spread.passed(0);
        assertThat(spread.left(0)).isLessThanOrEqualTo(0);

        spread.told(new Quota(299, NOW.plusSeconds(60)), OptionalInt.of(600), NOW, 0);
        spread.passed(0);
        assertThat(spread.left(0)).isGreaterThan(0);
    }

    @Test
    void forgetsWhatIsOver() {
        spread.told(new Quota(0, NOW.minusSeconds(3)), NO_LIMIT, NOW, 0);

        assertThat(spread.left(0)).isNegative();
    }

    private static long at(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
