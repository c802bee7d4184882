package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationState;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders that are refused. */
final class RefusalTest {
    private static final Duration AT_ONCE = Duration.ofMillis(5);

    private final ScriptedProvider first = new ScriptedProvider("first");
    private final ScriptedProvider second = new ScriptedProvider("second");

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"THROTTLED", "UNAVAILABLE", "OUT_OF_CREDIT", "CREDENTIALS", "UNSUPPORTED"})
    void goesToTheNextProviderWhenTheRequestIsNotAtFault(FailureKind kind) {
        first.refuses(kind);

        try (House house = House.with(first, second)) {
            Snapshot made = house.make(Asks.series());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(made.production().attempts())
                    .extracting(Attempt::provider)
                    .containsExactly("first", "second");
            assertThat(first.submits()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"CONTENT_REFUSED", "INVALID_INPUT"})
    void neverGoesElsewhereWhenTheRequestIsAtFault(FailureKind kind) {
        first.refuses(kind);

        try (House house = House.with(first, second)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(Failed.code(made).name()).isEqualTo(kind.name());
            assertThat(Failed.failure(made).retryable()).isFalse();
            assertThat(Failed.failure(made).charged()).isFalse();
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void buysOnlyWhatIsMissingElsewhereAndAllOfItInOneOrder() {
        first.can(Abilities.everything().perOrder(1));
        first.delivers()
                .refuses(FailureKind.UNAVAILABLE)
                .refuses(FailureKind.UNAVAILABLE)
                .refuses(FailureKind.UNAVAILABLE);
        House house = new House();
        house.rules.serve(first, second);
        house.rules.inFlight(first, 1);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.series());

            assertThat(made.production().pictures()).hasSize(4);
            assertThat(second.orders().stream().mapToInt(Order::count).sum()).isEqualTo(3);
            assertThat(second.submits()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void stopsForAllPicturesWhenOneIsRefusedForItsContent() {
        first.can(Abilities.everything().perOrder(1));
        first.refuses(FailureKind.CONTENT_REFUSED).refuses(FailureKind.UNAVAILABLE);

        try (House house = House.with(first, second)) {
            Snapshot made = house.make(Asks.series().count(2));

            assertThat(Failed.code(made)).isEqualTo(FailureCode.CONTENT_REFUSED);
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void asksTheOnlyProviderAgainWhenItSaidHowLongToWait() {
        first.throttles(AT_ONCE);

        try (House house = House.with(first)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(first.submits()).isEqualTo(2);
            assertThat(first.attempts()).isEqualTo(2);
        }
    }

    @Test
    void asksAgainForTheOneOfFourThatWasThrottled() {
        first.can(Abilities.everything().perOrder(1));
        first.throttles(AT_ONCE);
        House house = new House();
        house.rules.serve(first);
        house.rules.inFlight(first, 1);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.series());

            assertThat(made.production().pictures()).hasSize(4);
            assertThat(made.production().fit()).isEmpty();
            assertThat(first.submits()).isEqualTo(5);
        }
    }

    @Test
    void givesUpAsThrottledAfterSomeRounds() {
        for (int i = 0; i < 20; i++) {
            first.throttles(AT_ONCE);
        }

        try (House house = House.with(first)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(Failed.code(made)).isEqualTo(FailureCode.THROTTLED);
            assertThat(Failed.failure(made).retryable()).isTrue();
            assertThat(first.submits()).isEqualTo(4);
        }
    }

    @Test
    void failsAtOnceWhenTheProviderWantsToBeLeftAloneForLong() {
        first.throttles(Duration.ofSeconds(121));

        try (House house = House.with(first)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(Failed.code(made)).isEqualTo(FailureCode.THROTTLED);
            assertThat(first.submits()).isOne();
        }
    }

    @Test
    void failsAtOnceWhenTheProviderWantsToBeLeftAloneBeyondTheDeadline() {
        first.throttles(Duration.ofSeconds(60));

        try (House house = House.with(first)) {
            Snapshot made = house.make(Asks.headshot().deadline(Duration.ofSeconds(30)));

            assertThat(Failed.code(made)).isEqualTo(FailureCode.THROTTLED);
            assertThat(first.submits()).isOne();
        }
    }

    @Test
    void goesElsewhereWhenAJobRanAndFailed() {
        first.answers(order ->
                new Submission.Ended(
                        TaskHandle.of("job"),
                        ProviderFailure.of(FailureKind.FAILED, "scripted"),
                        Usage.UNKNOWN));

        try (House house = House.with(first, second)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(made.production().attempts())
                    .extracting(attempt -> attempt.state().wireName())
                    .containsExactly("failed", "succeeded");
            assertThat(first.submits()).isOne();
        }
    }

    @Test
    void waitsForAPlaceWithoutSpendingAttempts() {
        first.gate.close();
        House house = new House();
        house.rules.serve(first);
        house.rules.inFlight(first, 1);

        try (House open = house.open()) {
            Snapshot one = open.accept(Asks.headshotOf(1));
            eventually("the first is on its way", () -> first.submits() == 1);
            Snapshot other = open.accept(Asks.headshotOf(2));
            first.gate.open();

            assertThat(open.end(one).production().attempts()).hasSize(1);
            assertThat(open.end(other).production().attempts()).hasSize(1);
        }
    }
}
