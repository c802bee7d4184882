package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Generations.Cancellation;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Usage;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Calling generations off. */
final class CancelTest {
    private final CancellingProvider provider = new CancellingProvider("studio");

    @Test
    void endsAnOpenGenerationAndTheJobAtTheProvider() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            Cancellation canceled = cancel(house, begun);
            Cancellation again = cancel(house, begun);
            eventually("it was asked to stop", () -> provider.cancels() == 1);
            provider.then(
                    new Progress.Ended(
                            ProviderFailure.of(FailureKind.CANCELED, "scripted"), Usage.UNKNOWN));
            house.reaches(begun, 1, AttemptState.Canceled.class);

            assertThat(canceled).isInstanceOf(Cancellation.Done.class);
            assertThat(again).isInstanceOf(Cancellation.Done.class);
            assertThat(house.now(begun).generation().state())
                    .isInstanceOf(GenerationState.Canceled.class);
        }
    }

    private static Cancellation cancel(House house, Snapshot begun) {
        return house.front().cancel(House.APP, begun.generation().id());
    }

    @Test
    void isTooLateForAFinishedOne() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(cancel(house, made)).isInstanceOf(Cancellation.AlreadyFinished.class);
        }
    }

    @Test
    void knowsNothingOfSomebodyElsesGeneration() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());
            Client stranger = new Client("stranger", Set.of());

            assertThat(house.front().cancel(stranger, made.generation().id()))
                    .isInstanceOf(Cancellation.None.class);
            assertThat(house.front().find(stranger, made.generation().id())).isEmpty();
        }
    }

    @Test
    void ofOneThatJoinedLeavesTheOther() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot leader = house.accept(Asks.headshot());
            Snapshot joined = house.accept(Asks.headshot());
            cancel(house, joined);
            provider.thenDelivers(1);
            Snapshot served = house.end(leader);

            assertThat(served.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(house.now(joined).generation().state())
                    .isInstanceOf(GenerationState.Canceled.class);
            assertThat(provider.cancels()).isZero();
        }
    }

    @Test
    void ofTheOneThatBuysLeavesWhoeverJoined() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot leader = house.accept(Asks.headshot());
            Snapshot joined = house.accept(Asks.headshot());
            cancel(house, leader);
            provider.thenDelivers(1);
            Snapshot served = house.end(joined);

            assertThat(served.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(house.charges())
                    .extracting(charge -> charge.work().generation())
                    .containsExactly(leader.generation().id());
            assertThat(provider.cancels()).isZero();
        }
    }

    @Test
    void letsTheNextIdenticalRequestBuyForItself() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            cancel(house, begun);
            Snapshot next = house.make(Asks.headshot());

            assertThat(next.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(next.generation().origin()).isInstanceOf(Origin.Bought.class);
        }
    }

    @Test
    void sendsNothingThatStillWaitsForAPlace() {
        provider.gate.close();
        House house = new House();
        house.rules.serve(provider);
        house.rules.inFlight(provider, 1);

        try (House open = house.open()) {
            open.accept(Asks.headshotOf(1));
            eventually("the place is taken", () -> provider.submits() == 1);
            Snapshot waiting = open.accept(Asks.headshotOf(2));
            cancel(open, waiting);
            open.reaches(waiting, 1, AttemptState.NotSent.class);

            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void wakesWhoeverWaitsForTheEnd() throws Exception {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            Future<Snapshot> end =
                    CompletableFuture.supplyAsync(
                            () -> house.end(begun), Thread::startVirtualThread);
            cancel(house, begun);

            assertThat(end.get(10, TimeUnit.SECONDS).generation().state())
                    .isInstanceOf(GenerationState.Canceled.class);
        }
    }

    @Test
    void reachesTheProviderAlsoWhileItIsBeingLookedAtForTheNextHour() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            meanwhile.set(() -> cancel(house, begun));
            provider.then(() -> {
                meanwhile.get().run();
                return new Progress.Working(Duration.ofHours(1));
            });

            eventually("it was asked to stop", () -> provider.cancels() == 1);
        }
    }
}
