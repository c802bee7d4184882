package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.FailureCode;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.provider.FailureKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who serves a request. */
final class RoutingTest {
    private final ScriptedProvider first = new ScriptedProvider("first");
    private final ScriptedProvider second = new ScriptedProvider("second");

    @Test
    void goesToTheFallbackWhenOnlyThatIsAllowed() {
        try (House house = House.with(first, second)) {
            Snapshot made = house.make(Asks.headshot().providers("second"));

            assertThat(made.production().attempts().getFirst().provider()).isEqualTo("second");
        }
    }

    @Test
    void neverFailsOverToAProviderThatIsNotAllowed() {
        first.refuses(FailureKind.OUT_OF_CREDIT);

        try (House house = House.with(first, second)) {
            Snapshot made = house.make(Asks.headshot().providers("first"));

            assertThat(Failed.code(made)).isEqualTo(FailureCode.PROVIDER_OUT_OF_CREDIT);
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void keepsAClientToItsProviders() {
        Client restricted = new Client("restricted", Set.of("second"));

        try (House house = House.with(first, second)) {
            house.accept(restricted, Asks.headshot());
            Creation refused =
                    house.front().create(restricted, Asks.headshot().providers("first").ask());

            eventually("the second has it", () -> second.submits() == 1);
            assertThat(first.submits()).isZero();
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Creation.NoRoute.class,
                            none ->
                                    assertThat(none.candidates())
                                            .extracting(Candidate::provider)
                                            .containsExactly("first"));
        }
    }

    @Test
    void saysOfEachProviderWhyThereIsNoRoute() {
        first.can(Abilities.everything().ignores(Member.PROMPT));
        second.cannot(Kind.HEADSHOT);
        ScriptedProvider never = new ScriptedProvider("never");
        House house = new House();
        house.rules.serve(first, second);
        house.rules.serve(never, 0, false);

        try (House open = house.open()) {
            Creation creation =
                    open.front().create(House.APP, Asks.headshot().prompt("smile").ask());

            assertThat(creation)
                    .isInstanceOfSatisfying(
                            Creation.NoRoute.class,
                            none ->
                                    assertThat(none.candidates())
                                            .containsExactly(
                                                    new Candidate(
                                                            "first",
                                                            "prompt: not here",
                                                            List.of(Member.PROMPT),
                                                            OnMisfit.DROP),
                                                    new Candidate(
                                                            "second",
                                                            "does not serve headshot",
                                                            List.of(),
                                                            null),
                                                    new Candidate(
                                                            "never",
                                                            "its weight in this route is 0",
                                                            List.of(),
                                                            null)));
            assertThat(open.rows.atRest()).isTrue();
        }
    }

    @Test
    void sharesByWeightOverAFewRequests() {
        House house = new House();
        house.rules.serve(first, 75, false);
        house.rules.serve(second, 25, false);

        try (House open = house.open()) {
            for (int person = 1; person <= 8; person++) {
                open.make(Asks.headshotOf(person));
            }

            assertThat(first.submits()).isEqualTo(6);
            assertThat(second.submits()).isEqualTo(2);
        }
    }

    @Test
    void countsNoTurnOfARequestThatOnlyJoined() {
        House house = new House();
        house.rules.serve(first, 50, false);
        house.rules.serve(second, 50, false);
        first.gate.close();
        second.gate.close();

        try (House open = house.open()) {
            for (int person = 1; person <= 4; person++) {
                open.accept(Asks.headshotOf(person));
                open.accept(Asks.headshotOf(person));
            }
            eventually("all are sent", () -> first.submits() + second.submits() == 4);
            first.gate.open();
            second.gate.open();

            assertThat(first.submits()).isEqualTo(2);
        }
    }

    @Test
    void rulesOutAProviderThatCannotGetTheLargePhoto() {
        first.can(Abilities.everything().photosUpTo(10));

        try (House house = House.with(first, second)) {
            Snapshot made = house.make(Asks.headshot());

            assertThat(made.production().attempts().getFirst().provider()).isEqualTo("second");
        }
    }
}
