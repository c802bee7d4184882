package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.Style;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** One purchase, from the request to the stored pictures. */
final class PurchaseTest {
    private final ScriptedProvider provider = new ScriptedProvider("studio");

    @Test
    void finishesAtOnce() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.series());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(made.production().pictures())
                    .hasSize(4)
                    .allMatch(picture -> house.pictures.find(picture.key()).isPresent());
            assertThat(made.production().fit()).isEmpty();
            assertThat(provider.submits()).isOne();
            assertThat(house.charges()).hasSize(1);
        }
    }

    @Test
    void looksAtAnAcceptedJobUntilItIsDone() {
        provider.accepts().thenWorks().thenDelivers(1);

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.checks()).isEqualTo(2);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void goesOnLookingWhenALookFails() {
        ProviderFailure failure = ProviderFailure.of(FailureKind.UNAVAILABLE, "scripted");
        provider.accepts()
                .then(new Progress.Unreadable(failure, ScriptedProvider.SOON))
                .thenDelivers(1);

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void buysFourPicturesOfAOnePictureProviderInFourAttemptsWithSeedsInARow() {
        provider.can(Abilities.everything().perOrder(1));
        Style seeded = new Style(null, null, null, null, null, null, null, null, null, 41L, null);

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.series().style(seeded));

            assertThat(made.production().attempts()).hasSize(4);
            assertThat(made.production().pictures())
                    .extracting(picture -> picture.index())
                    .containsExactly(0, 1, 2, 3);
            assertThat(provider.orders())
                    .extracting(order -> order.style().seed())
                    .containsExactlyInAnyOrder(41L, 42L, 43L, 44L);
            assertThat(provider.orders())
                    .allSatisfy(order ->
                            assertThat(order.style().seed()).isEqualTo(41L + order.firstPicture()));
            assertThat(house.charges())
                    .extracting(charge -> charge.work().images())
                    .containsExactly(1, 1, 1, 1);
        }
    }

    @Test
    void keepsWithinTheLimitOfJobsInFlight() {
        provider.can(Abilities.everything().perOrder(1));
        provider.gate.close();
        House house = new House();
        house.rules.serve(provider);
        house.rules.inFlight(provider, 2);

        try (House open = house.open()) {
            Snapshot begun = open.accept(Asks.series());
            eventually("two orders are on their way", () -> provider.submits() == 2);
            provider.gate.open();
            open.end(begun);

            assertThat(provider.submits()).isEqualTo(4);
            assertThat(provider.mostInside()).isEqualTo(2);
        }
    }

    @Test
    void keepsWithinTheOrdersAMinute() {
        House house = new House();
        house.rules.serve(provider);
        house.rules.limit(
                provider, new Limits(OptionalInt.of(5), OptionalInt.of(1), OptionalInt.empty()));

        try (House open = house.open()) {
            open.make(Asks.headshotOf(1));
            Snapshot waiting = open.accept(Asks.headshotOf(2));
            open.front().cancel(House.APP, waiting.generation().id());
            open.reaches(waiting, 1, AttemptState.NotSent.class);

            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void keepsNoMoreThanWasOrdered() {
        provider.accepts().thenDelivers(3);

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(made.production().pictures()).hasSize(1);
            assertThat(house.charges())
                    .extracting(charge -> charge.work().images())
                    .containsExactly(3);
        }
    }

    @Test
    void reportsAShortfallAndDoesNotServeItToLaterRequests() {
        provider.accepts().thenDelivers(3);

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.series());
            Snapshot later = house.make(Asks.series());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(made.production().fit())
                    .containsExactly(
                            new Fit(
                                    Member.COUNT,
                                    Fit.Outcome.SHORTFALL,
                                    "asked for 4, delivered 3"));
            assertThat(later.generation().origin()).isInstanceOf(Origin.Bought.class);
            assertThat(provider.submits()).isEqualTo(2);
        }
    }

    @Test
    void saysOutputLostWhenNoPictureCouldBeFetched() {
        try (House house = House.with(provider)) {
            house.copies.lose();
            Snapshot made = house.make(Asks.series());

            assertThat(Failed.code(made)).isEqualTo(FailureCode.OUTPUT_LOST);
            assertThat(house.charges())
                    .extracting(charge -> charge.work().images())
                    .containsExactly(4);
        }
    }
}
