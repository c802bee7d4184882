package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.store.Erasure;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deleting contents. */
final class ErasureTest {
    private final CancellingProvider provider = new CancellingProvider("studio");

    @Test
    void takesPhotoPicturesAndWordsAndLeavesTheAmounts() {
        House house = new House();
        house.rules.serve(provider);
        house.rules.price(provider, "0.04");

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot().prompt("smile").metadata(Map.of("a", "b")));
            Erasure erasure = erase(open, made);
            Snapshot left = open.now(made);

            assertThat(erasure.doneAt()).isNotNull();
            assertThat(open.pictures.find(made.production().pictures().getFirst().key())).isEmpty();
            assertThat(open.photos.find(made.production().photo())).isEmpty();
            assertThat(left.generation().state()).isInstanceOf(GenerationState.Erased.class);
            assertThat(left.generation().request().portrait().style().prompt()).isNull();
            assertThat(left.generation().request().subject()).isNull();
            assertThat(left.generation().request().metadata()).isEmpty();
            assertThat(left.production().request().style().prompt()).isNull();
            assertThat(open.front().picture(made.generation().id(), 0)).isEmpty();
            assertThat(open.charges())
                    .extracting(charge -> charge.cost().amount().orElseThrow().text())
                    .containsExactly("0.04");
        }
    }

    private static Erasure erase(House house, Snapshot snapshot) {
        return house.front().erase(House.APP, snapshot.generation().id()).orElseThrow();
    }

    @Test
    void repeatedIsTheSameErasure() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());
            Erasure first = erase(house, made);
            Erasure again = erase(house, made);

            assertThat(again).isEqualTo(first);
            assertThat(house.front().erasure(House.APP, first.id())).contains(first);
            assertThat(house.front().erasure(new Client("other", Set.of()), first.id())).isEmpty();
        }
    }

    @Test
    void leavesPicturesThatSomebodyElseRefersTo() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());
            Snapshot hit = house.accept(Asks.headshot());
            Erasure first = erase(house, made);
            boolean kept =
                    house.pictures.find(made.production().pictures().getFirst().key()).isPresent();
            erase(house, hit);

            assertThat(first.doneAt()).isNotNull();
            assertThat(kept).isTrue();
            assertThat(house.pictures.find(made.production().pictures().getFirst().key()))
                    .isEmpty();
        }
    }

    @Test
    void servesNoLaterRequest() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());
            erase(house, made);
            Snapshot again = house.make(Asks.headshot());

            assertThat(again.generation().origin()).isInstanceOf(Origin.Bought.class);
        }
    }

    @Test
    void ofARunningOneEndsItAndKeepsNothingOfWhatStillComes() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            Erasure pending = erase(house, begun);
            eventually("it was asked to stop", () -> provider.cancels() == 1);
            provider.thenDelivers(1);
            eventually("it is at rest", house.rows::atRest);
            Erasure done = erase(house, begun);

            assertThat(pending.doneAt()).isNull();
            assertThat(done.doneAt()).isNotNull();
            assertThat(house.copies.copied()).isEmpty();
            assertThat(house.photos.find(begun.production().photo())).isEmpty();
            assertThat(house.charges()).hasSize(1);
        }
    }
}
