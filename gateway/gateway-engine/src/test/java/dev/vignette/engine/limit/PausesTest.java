package dev.vignette.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.limit.Closure.Why;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PausesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Pauses pauses = new Pauses(new SplittableRandom(22), 0);

    @Test
    void waitsAsLongAsTheProviderAsks() {
        pauses.throttled(Optional.of(Duration.ofSeconds(20)), 0, at(1));

        assertThat(pauses.left(at(1))).isEqualTo(at(20));
        assertThat(pauses.left(at(21))).isZero();
        assertThat(pauses.why()).isEqualTo(Why.THROTTLED);
    }

    @Test
    void takesTheLatestOfSeveralEnds() {
        pauses.throttled(Optional.of(Duration.ofSeconds(20)), 0, at(1));
        pauses.throttled(Optional.of(Duration.ofSeconds(5)), 0, at(2));
        pauses.close(Duration.ofSeconds(3), Why.IN_FLIGHT, at(2));

        assertThat(pauses.left(at(2))).isEqualTo(at(19));
        assertThat(pauses.why()).isEqualTo(Why.THROTTLED);
    }

    @Test
    void guessesLongerEachTimeItIsRefusedAgain() {
        Duration before = Duration.ZERO;
        long now = 0;
        for (int i = 0; i < 6; i++) {
            long sentAt = now;
            now += at(1);
            pauses.throttled(Optional.empty(), sentAt, now);
            Duration left = Duration.ofNanos(pauses.left(now));
            Duration guess = SECOND.multipliedBy(1L << i);
            assertThat(left).isBetween(guess, guess.plus(guess.dividedBy(2))).isGreaterThan(before);
            before = left;
            now += left.toNanos();
        }
    }

    @Test
    void takesRefusalsOfOrdersThatLeftTogetherForOne() {
        for (int i = 0; i < 8; i++) {
            pauses.throttled(Optional.empty(), 0, at(1));
        }

        assertThat(pauses.left(at(1)))
                .isLessThanOrEqualTo(SECOND.multipliedBy(3).dividedBy(2).toNanos());
    }

    @Test
    void beginsAnewOnceAnOrderWasTaken() {
        pauses.throttled(Optional.empty(), 0, at(1));
        pauses.throttled(Optional.empty(), at(3), at(4));
        pauses.taken(at(8));

        pauses.throttled(Optional.empty(), at(60), at(61));

        assertThat(pauses.left(at(61)))
                .isLessThanOrEqualTo(SECOND.multipliedBy(3).dividedBy(2).toNanos());
    }

    @Test
    void waitsNoLongerThanFiveMinutesWhateverIsAsked() {
        pauses.throttled(Optional.of(Duration.ofDays(1)), 0, 0);

        assertThat(pauses.left(0)).isEqualTo(Duration.ofMinutes(5).toNanos());
    }

    private static long at(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
