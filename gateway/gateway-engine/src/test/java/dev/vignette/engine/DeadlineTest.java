package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationState;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The end of the time in which an app wants something bought. */
final class DeadlineTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final CancellingProvider provider = new CancellingProvider("studio");

    @Test
    void asksTheProviderToStopAndStillChargesAndStoresALateSuccess() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot ended = house.make(Asks.headshot().deadline(SHORT));
            eventually("it was asked to stop", () -> provider.cancels() == 1);
            provider.thenDelivers(1);
            eventually("the picture is stored", () -> house.copies.copied().size() == 1);
            eventually("it is at rest", () -> house.rows.atRest());

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.DEADLINE_EXCEEDED);
            assertThat(Failed.failure(ended).charged()).isTrue();
            assertThat(house.charges())
                    .extracting(charge -> charge.work().images())
                    .containsExactly(1);
            assertThat(provider.cancels()).isOne();
        }
    }

    @Test
    void chargesWhatTheProviderStopped() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot ended = house.make(Asks.headshot().deadline(SHORT));
            provider.then(
                    new Progress.Ended(
                            ProviderFailure.of(FailureKind.CANCELED, "scripted"), Usage.UNKNOWN));
            house.reaches(ended, 1, AttemptState.Canceled.class);

            assertThat(house.charges())
                    .extracting(charge -> charge.work().outcome())
                    .containsExactly("canceled");
        }
    }

    @Test
    void doesNotLimitTheStoringOfWhatIsBought() {
        try (House house = House.with(provider)) {
            house.copies.gate.close();
            Snapshot begun = house.accept(Asks.series().deadline(SHORT));
            eventually("copies are under way", () -> house.copies.gate.waiting() == 4);
            eventually(
                    "the deadline is over",
                    () -> house.clock.instant().isAfter(begun.generation().deadline()));
            boolean early = house.now(begun).generation().done();
            house.copies.gate.open();
            Snapshot ended = house.end(begun);

            assertThat(early).isFalse();
            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
        }
    }

    @Test
    void sendsNothingForWhoeverFoundNoPlaceInTime() {
        provider.gate.close();
        House house = new House();
        house.rules.serve(provider);
        house.rules.inFlight(provider, 1);

        try (House open = house.open()) {
            open.accept(Asks.headshotOf(1));
            eventually("the place is taken", () -> provider.submits() == 1);
            Snapshot ended = open.make(Asks.headshotOf(2).deadline(SHORT));

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.DEADLINE_EXCEEDED);
            assertThat(Failed.failure(ended).charged()).isFalse();
            assertThat(open.attempts(ended).getFirst().state())
                    .isInstanceOf(AttemptState.NotSent.class);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void neverInvitesToBuyAgainWhatIsOnItsWay() {
        provider.gate.close();

        try (House house = House.with(provider)) {
            Snapshot ended = house.make(Asks.headshot().deadline(SHORT));
            provider.gate.open();

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
            assertThat(Failed.failure(ended).retryable()).isFalse();
        }
    }

    @Test
    void ofOneOfTwoLeavesTheOther() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot leader = house.accept(Asks.headshot().deadline(SHORT));
            Snapshot joined = house.accept(Asks.headshot().deadline(Duration.ofSeconds(30)));
            Snapshot ended = house.end(leader);
            provider.thenDelivers(1);
            Snapshot served = house.end(joined);

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.DEADLINE_EXCEEDED);
            assertThat(served.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.cancels()).isZero();
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void isTheLaterOneForWhatIsOrderedAfterSomebodyJoined() {
        provider.throttles(Duration.ofMillis(400)).delivers();

        try (House house = House.with(provider)) {
            Snapshot leader = house.accept(Asks.headshot().deadline(Duration.ofMillis(450)));
            Snapshot joined = house.accept(Asks.headshot().deadline(Duration.ofMinutes(30)));
            house.end(leader);
            house.end(joined);

            assertThat(provider.orders().getLast().timeLeft())
                    .isGreaterThan(Duration.ofMinutes(29));
        }
    }
}
