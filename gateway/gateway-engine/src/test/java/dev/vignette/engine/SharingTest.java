package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.portrait.CacheMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Identical requests share what is bought. */
final class SharingTest {
    private final ScriptedProvider provider = new ScriptedProvider("studio");

    @Test
    void aThousandIdenticalRequestsAtOnceBuyOnce() throws InterruptedException {
        House house = new House();
        house.rules.serve(provider);
        house.rules.price(provider, "0.04");

        try (House open = house.open()) {
            Queue<Snapshot> ended = new ConcurrentLinkedQueue<>();
            provider.gate.close();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 1_000; i++) {
                    callers.execute(() -> ended.add(open.make(Asks.series())));
                }
                eventually("the order is on its way", () -> provider.submits() == 1);
                provider.gate.open();
            }

            assertThat(ended)
                    .hasSize(1_000)
                    .allMatch(s -> s.generation().state() instanceof GenerationState.Succeeded);
            assertThat(ended).extracting(s -> s.generation().id()).doesNotHaveDuplicates();
            assertThat(provider.submits()).isOne();
            assertThat(open.charges()).hasSize(1);
            assertThat(ended.stream().map(s -> s.cost().amount().orElseThrow().text()))
                    .filteredOn("0.16"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void nobodyWhoJustMissedTheEndBuysAgain() {
        int people = 20;

        try (House house = House.with(provider)) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int person = 1; person <= people; person++) {
                    Asks asks = Asks.headshotOf(person);
                    for (int i = 0; i < 50; i++) {
                        callers.execute(() -> house.make(asks));
                    }
                }
            }

            assertThat(provider.submits()).isEqualTo(people);
            assertThat(house.charges()).hasSize(people);
        }
    }

    @Test
    void storedPicturesServeALaterRequest() {
        House house = new House();
        house.rules.serve(provider);
        house.rules.price(provider, "0.04");

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.series());
            Snapshot served = open.accept(Asks.series().metadata(Map.of("order", "2")));

            assertThat(served.generation().origin())
                    .isInstanceOfSatisfying(
                            Origin.Hit.class,
                            hit -> assertThat(hit.source()).isEqualTo(made.generation().id()));
            assertThat(served.generation().done()).isTrue();
            assertThat(served.generation().id()).isNotEqualTo(made.generation().id());
            assertThat(served.cost().amount().orElseThrow().text()).isEqualTo("0.00");
            assertThat(served.generation().saved().orElseThrow().amount().orElseThrow().text())
                    .isEqualTo("0.16");
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void storedPicturesServeAfterARestart() {
        try (House house = House.with(provider)) {
            house.make(Asks.series());
            house.restart();
            Snapshot served = house.accept(Asks.series());

            assertThat(served.generation().origin()).isInstanceOf(Origin.Hit.class);
        }
    }

    @Test
    void refreshMakesNewOnesAndKeepsThem() {
        try (House house = House.with(provider)) {
            house.make(Asks.headshot());
            house.accept(Asks.headshot());
            Snapshot fresh = house.make(Asks.headshot().cache(CacheMode.REFRESH));
            Snapshot served = house.accept(Asks.headshot());

            assertThat(fresh.generation().origin()).isInstanceOf(Origin.Bought.class);
            assertThat(served.generation().production()).isEqualTo(fresh.generation().production());
            assertThat(provider.submits()).isEqualTo(2);
        }
    }

    @Test
    void offNeitherLooksNorKeepsNorIsJoined() {
        try (House house = House.with(provider)) {
            provider.gate.close();
            Snapshot off = house.accept(Asks.headshot().cache(CacheMode.OFF));
            Snapshot use = house.accept(Asks.headshot());
            provider.gate.open();
            house.end(off);
            house.end(use);
            Snapshot offAgain = house.make(Asks.headshot().cache(CacheMode.OFF));

            assertThat(use.generation().origin()).isInstanceOf(Origin.Bought.class);
            assertThat(offAgain.generation().origin()).isInstanceOf(Origin.Bought.class);
            assertThat(house.accept(Asks.headshot()).generation().production())
                    .isEqualTo(use.generation().production());
            assertThat(provider.submits()).isEqualTo(3);
        }
    }

    @Test
    void aHitWhosePictureIsGoneIsAMiss() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());
            house.pictures.delete(made.production().pictures().getFirst().key());
            Snapshot again = house.make(Asks.headshot());

            assertThat(again.generation().origin()).isInstanceOf(Origin.Bought.class);
            assertThat(again.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isEqualTo(2);
        }
    }

    @Test
    void aPictureThatServedBeforeAndIsGoneNowServesNobody() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());
            Snapshot served = house.make(Asks.headshot());
            house.pictures.delete(made.production().pictures().getFirst().key());
            Snapshot again = house.make(Asks.headshot());
            Snapshot afterwards = house.make(Asks.headshot());

            assertThat(served.generation().origin()).isNotInstanceOf(Origin.Bought.class);
            assertThat(again.generation().origin()).isInstanceOf(Origin.Bought.class);
            assertThat(afterwards.generation().production())
                    .isEqualTo(again.generation().production());
            assertThat(provider.submits()).isEqualTo(2);
        }
    }

    @Test
    void oldPicturesDoNotServe() {
        try (House house = House.with(provider)) {
            house.make(Asks.headshot());
            house.clock.advance(Duration.ofHours(25));
            Snapshot again = house.make(Asks.headshot());

            assertThat(again.generation().origin()).isInstanceOf(Origin.Bought.class);
        }
    }

    @Test
    void neverHappensBetweenClients() {
        try (House house = House.with(provider)) {
            house.make(Asks.headshot());
            Snapshot other = house.accept(new Client("other", Set.of()), Asks.headshot());

            assertThat(other.generation().origin()).isInstanceOf(Origin.Bought.class);
        }
    }

    @Test
    void whoeverJoinedSaysWhatHeDidNotPay() {
        House house = new House();
        house.rules.serve(provider);
        house.rules.price(provider, "0.012");

        try (House open = house.open()) {
            provider.gate.close();
            Snapshot leader = open.accept(Asks.headshot());
            Snapshot joined = open.accept(Asks.headshot());
            provider.gate.open();
            open.end(leader);
            Snapshot served = open.end(joined);

            assertThat(served.generation().origin()).isInstanceOf(Origin.Joined.class);
            assertThat(served.cost().amount().orElseThrow().text()).isEqualTo("0.00");
            assertThat(served.generation().saved().orElseThrow().amount().orElseThrow().text())
                    .isEqualTo("0.012");
        }
    }

    @Test
    void picturesOfACanceledPurchaseAreNotRemembered() {
        try (House house = House.with(provider)) {
            house.copies.gate.close();
            Snapshot begun = house.accept(Asks.headshot());
            eventually("a copy is under way", () -> house.copies.gate.waiting() == 1);
            house.front().erase(House.APP, begun.generation().id());
            house.copies.gate.open();
            eventually("it is at rest", house.rows::atRest);

            assertThat(house.productions.made(begun.production().key(), Instant.EPOCH)).isEmpty();
        }
    }
}
