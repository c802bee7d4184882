package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Stopping the gateway. */
final class StopTest {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ScriptedProvider provider = new ScriptedProvider("studio");

    @Test
    void waitsForAnAnswerOnItsWayAndLetsNoMoreOut() throws Exception {
        provider.gate.close();
        provider.accepts();
        House house = new House();
        house.rules.serve(provider);
        house.rules.inFlight(provider, 1);

        try (House open = house.open()) {
            Snapshot sent = open.accept(Asks.headshotOf(1));
            eventually("an order is on its way", () -> provider.submits() == 1);
            Snapshot waiting = open.accept(Asks.headshotOf(2));
            Future<?> stopped = stop(open);
            provider.gate.open();
            stopped.get(10, TimeUnit.SECONDS);

            assertThat(state(open, sent)).isInstanceOf(AttemptState.Accepted.class);
            assertThat(state(open, waiting)).isInstanceOf(AttemptState.Preparing.class);
            assertThat(provider.submits()).isOne();
        }
    }

    private static Future<?> stop(House house) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        house.engine().stop(GRACE);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private static AttemptState state(House house, Snapshot of) {
        return house.rows
                .productions()
                .find(of.production().id())
                .orElseThrow()
                .attempts()
                .getFirst()
                .state();
    }

    @Test
    void isNotHeldUpByAnAnswerThatDoesNotComeInTime() throws InterruptedException {
        provider.gate.close();

        try (House house = House.with(provider)) {
            Snapshot sent = house.accept(Asks.headshot());
            eventually("an order is on its way", () -> provider.submits() == 1);
            house.engine().stop(Duration.ofMillis(50));

            assertThat(state(house, sent)).isInstanceOf(AttemptState.Sending.class);
            assertThat(provider.gate.waiting()).isOne();
            provider.gate.open();
        }
    }

    @Test
    void letsWaitingCallersGo() throws Exception {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            Future<Snapshot> waiting =
                    CompletableFuture.supplyAsync(
                            () ->
                                    house.front()
                                            .await(
                                                    House.APP,
                                                    begun.generation().id(),
                                                    Duration.ofMinutes(5))
                                            .orElseThrow(),
                            Thread::startVirtualThread);
            house.engine().stop(Duration.ZERO);

            assertThat(waiting.get(10, TimeUnit.SECONDS).generation().done()).isFalse();
        }
    }

    @Test
    void keepsWhatRunsForTheNextStart() throws InterruptedException {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.engine().stop(Duration.ZERO);
            provider.thenDelivers(1);
            house.restart();

            assertThat(house.end(begun).generation().state())
                    .isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
        }
    }
}
