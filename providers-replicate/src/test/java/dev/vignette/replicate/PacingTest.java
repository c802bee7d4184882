package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.tck.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PacingTest {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Reply.Answered PLAIN = answer(Map.of());

    private final SettableClock clock = SettableClock.at(CREATED);
    private final Pacing pacing = new Pacing(clock, new Random(20260301), false);

    @ParameterizedTest
    @ValueSource(ints = {3_000, 8_642, 20_000, 30_247, 60_000, 120_000})
    void knowsTheFinishSoonWithFewCalls(int runMillis) {
        int runs = 2_000;
        long[] late = new long[runs];
        double calls = 0;
        double seconds = 0;

        for (int i = 0; i < runs; i++) {
            Looks looks = lookUntil(runMillis);
            late[i] = looks.lastAt() - runMillis;
            calls += looks.calls();
            seconds += looks.lastAt() / 1000.0;
        }

        assertThat(IntStream.range(0, runs).mapToLong(i -> late[i]).sorted().toArray()[runs / 2])
                .isLessThan(350);
        assertThat(calls / seconds).isLessThanOrEqualTo(1.5);
    }

    @Test
    void countsTheCallItselfAsPartOfThePause() {
        Instant asked = CREATED;
        clock.advance(Duration.ofMillis(200));

        Duration next = pacing.next(CREATED, asked, PLAIN);

        assertThat(next).isBetween(Duration.ofMillis(440), Duration.ofMillis(490));
    }

    @Test
    void pausesAtLeastHalfAPeriodAfterASlowCall() {
        Instant asked = CREATED;
        clock.advance(Duration.ofSeconds(5));

        Duration next = pacing.next(CREATED, asked, PLAIN);

        assertThat(next).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void looksAtOldJobsEverySoManySeconds() {
        clock.advance(Duration.ofMinutes(15));

        Duration next = pacing.next(CREATED, clock.instant(), PLAIN);

        assertThat(next).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
    }

    @Test
    void neverWaitsLongerThanTenSecondsOrSo() {
        clock.advance(Duration.ofDays(1));

        Duration next = pacing.next(CREATED, clock.instant(), PLAIN);

        assertThat(next).isBetween(Duration.ofMillis(9_500), Duration.ofMillis(10_500));
    }

    @Test
    void takesAJobFromTheFutureForANewOne() {
        Duration next = pacing.next(CREATED.plusSeconds(90), clock.instant(), PLAIN);

        assertThat(next).isBetween(Duration.ofMillis(630), Duration.ofMillis(700));
    }

    @Test
    void waitsForTheNextWindowWhenFewCallsAreLeft() {
        Reply.Answered scarce = answer(Map.of("ratelimit-remaining", "3", "ratelimit-reset", "17"));

        Duration next = pacing.next(CREATED, clock.instant(), scarce);

        assertThat(next).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void goesOnAsUsualWhileManyCallsAreLeft() {
        Reply.Answered plenty =
                answer(Map.of("ratelimit-remaining", "2999", "ratelimit-reset", "17"));

        Duration next = pacing.next(CREATED, clock.instant(), plenty);

        assertThat(next).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void waitsAtLeastAsLongAsAskedAfterAFailure() {
        Duration wait = pacing.afterFailure(Optional.of(Duration.ofSeconds(30)));

        assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
    }

    @Test
    void waitsSomeSecondsAfterAFailureThatAsksForNothing() {
        Duration wait = pacing.afterFailure(Optional.empty());

        assertThat(wait).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void looksRarelyAtJobsThatAreToCall() {
        Pacing rare = new Pacing(clock, new Random(20260301), true);
        Reply.Answered calling =
                new Reply.Answered(
                        200, Map.of(), new Fields(Map.of("webhook", "https://gateway.test/h")));

        assertThat(rare.first(calling)).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(32));
        assertThat(rare.next(CREATED, clock.instant(), calling))
                .isBetween(Duration.ofSeconds(28), Duration.ofSeconds(32));
        assertThat(rare.first(PLAIN)).isLessThan(Duration.ofSeconds(2));
        assertThat(pacing.first(calling)).isLessThan(Duration.ofSeconds(2));
    }

    private record Looks(int calls, long lastAt) {}

    /** Follows a job as the engine would; the order's own answer comes after a second. */
    private Looks lookUntil(long finish) {
        clock.set(CREATED.plusSeconds(1));
        clock.advance(pacing.first(PLAIN));
        int calls = 2;
        while (clock.instant().isBefore(CREATED.plusMillis(finish))) {
            clock.advance(pacing.next(CREATED, clock.instant(), PLAIN));
            calls++;
        }
        return new Looks(calls, Duration.between(CREATED, clock.instant()).toMillis());
    }

    private static Reply.Answered answer(Map<String, String> headers) {
        return new Reply.Answered(200, headers, null);
    }
}
