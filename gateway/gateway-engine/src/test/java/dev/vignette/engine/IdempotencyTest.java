package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.portrait.CacheMode;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Keys that make a repeated request the same request. */
final class IdempotencyTest {
    private final ScriptedProvider provider = new ScriptedProvider("studio");

    @Test
    void aRepeatIsTheSameGenerationAsItIsNow() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot().key("order-1"));
            Creation again = create(house, Asks.headshot().key("order-1"));

            assertThat(replayed(again).generation().id()).isEqualTo(made.generation().id());
            assertThat(replayed(again).generation().done()).isTrue();
            assertThat(provider.submits()).isOne();
        }
    }

    private static Creation create(House house, Asks asks) {
        return house.front().create(House.APP, asks.ask());
    }

    private static Snapshot replayed(Creation creation) {
        if (creation instanceof Creation.Replayed(Snapshot snapshot)) {
            return snapshot;
        }
        throw new AssertionError("not replayed: " + creation);
    }

    @Test
    void aRepeatWhileItRunsIsTheSameToo() {
        try (House house = House.with(provider)) {
            provider.gate.close();
            Snapshot begun = house.accept(Asks.headshot().key("order-1"));
            Creation again = create(house, Asks.headshot().key("order-1"));
            provider.gate.open();

            assertThat(replayed(again).generation().id()).isEqualTo(begun.generation().id());
            assertThat(replayed(again).generation().done()).isFalse();
        }
    }

    @Test
    void aRepeatAfterARestartIsTheSameToo() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot().key("order-1"));
            house.restart();
            Creation again = create(house, Asks.headshot().key("order-1"));

            assertThat(replayed(again).generation().id()).isEqualTo(made.generation().id());
        }
    }

    @Test
    void otherContentUnderTheKeyIsRefused() {
        try (House house = House.with(provider)) {
            house.make(Asks.headshot().key("order-1"));
            Creation other = create(house, Asks.headshot().count(2).key("order-1"));

            assertThat(other).isInstanceOf(Creation.KeyReused.class);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void ofManyAtOnceExactlyOneIsNew() throws InterruptedException {
        try (House house = House.with(provider)) {
            Queue<Creation> answers = new ConcurrentLinkedQueue<>();
            Asks asks = Asks.headshot().cache(CacheMode.OFF).key("order-1");
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 100; i++) {
                    callers.execute(() -> answers.add(create(house, asks)));
                }
            }

            assertThat(answers).filteredOn(Creation.Created.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(Creation.Replayed.class::isInstance).hasSize(99);
            Eventually.eventually("it is at rest", house.rows::atRest);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void keysBelongToTheirClient() {
        try (House house = House.with(provider)) {
            house.make(Asks.headshot().key("order-1"));
            Creation other =
                    house.front()
                            .create(
                                    new Client("other", Set.of()),
                                    Asks.headshot().key("order-1").ask());

            assertThat(other).isInstanceOf(Creation.Created.class);
        }
    }

    @Test
    void keysAreForgottenAfterAWeek() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot().key("order-1"));
            house.clock.advance(Duration.ofDays(8));
            Creation later = create(house, Asks.headshot().key("order-1"));

            assertThat(later)
                    .isInstanceOfSatisfying(
                            Creation.Created.class,
                            created ->
                                    assertThat(created.snapshot().generation().id())
                                            .isNotEqualTo(made.generation().id()));
        }
    }
}
