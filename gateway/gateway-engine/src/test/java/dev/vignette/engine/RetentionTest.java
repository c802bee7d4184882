package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.PictureState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is deleted by and by. */
final class RetentionTest {
    private final ScriptedProvider provider = new ScriptedProvider("studio");

    @Test
    void photosGoAfterTheirTime() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());
            boolean kept = house.photos.find(made.production().photo()).isPresent();
            house.clock.advance(Duration.ofHours(2));
            house.restart();
            eventually(
                    "the photo is gone",
                    () -> house.photos.find(made.production().photo()).isEmpty());

            assertThat(kept).isTrue();
            assertThat(house.pictures.find(made.production().pictures().getFirst().key()))
                    .isPresent();
        }
    }

    @Test
    void picturesGoWhereTheOperatorWantsIt() {
        House house = new House();
        house.rules.serve(provider);
        house.rules.keepImages(Duration.ofDays(30));

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot());
            open.clock.advance(Duration.ofDays(31));
            open.restart();
            eventually(
                    "the picture is gone",
                    () ->
                            open.now(made).production().pictures().getFirst().state()
                                    instanceof PictureState.Gone);

            assertThat(open.pictures.find(made.production().pictures().getFirst().key())).isEmpty();
            assertThat(open.now(made).generation().state())
                    .isInstanceOf(GenerationState.Succeeded.class);
        }
    }

    @Test
    void nothingGoesWhileSomethingIsUnderWay() {
        try (House house = House.with(provider)) {
            Snapshot due = house.make(Asks.headshotOf(2));
            provider.accepts();
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.clock.advance(Duration.ofHours(2));
            house.restart();
            eventually(
                    "what is due is gone",
                    () -> house.photos.find(due.production().photo()).isEmpty());

            assertThat(house.photos.find(begun.production().photo())).isPresent();
        }
    }
}
