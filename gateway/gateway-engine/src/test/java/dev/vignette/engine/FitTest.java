package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Style;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not delivered as asked. */
final class FitTest {
    private static final Style WIDE =
            new Style(null, null, null, null, null, 512, 1024, null, null, null, null);
    private static final Style SAFE =
            new Style(null, null, null, null, 0, null, null, null, null, null, null);

    private final ScriptedProvider provider = new ScriptedProvider("studio");

    @Test
    void namesWhatIsFollowedByOtherMeans() {
        provider.can(Abilities.everything().adapts(Member.PROMPT));

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot().prompt("smile"));

            assertThat(made.production().fit())
                    .containsExactly(new Fit(Member.PROMPT, Fit.Outcome.ADAPTED, "by other means"));
            assertThat(provider.orders().getFirst().style().prompt()).isEqualTo("smile");
        }
    }

    @Test
    void namesWhatIsLeftOutWhereThatIsAllowed() {
        provider.can(Abilities.everything().ignores(Member.PROMPT));

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot().prompt("smile").onMisfit(OnMisfit.DROP));

            assertThat(made.production().fit())
                    .containsExactly(new Fit(Member.PROMPT, Fit.Outcome.DROPPED, "not here"));
            assertThat(provider.orders().getFirst().style().prompt()).isNull();
        }
    }

    @Test
    void saysNothingOfDefaultsThatTheCallerDidNotSet() {
        provider.can(Abilities.everything().ignores(Member.BACKGROUND));

        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.series().onMisfit(OnMisfit.EXACT));

            assertThat(made.production().fit()).isEmpty();
            assertThat(provider.orders().getFirst().style().background()).isNull();
        }
    }

    @Test
    void exactTakesNoOtherMeans() {
        provider.can(Abilities.everything().adapts(Member.PROMPT));

        try (House house = House.with(provider)) {
            Creation creation =
                    house.front()
                            .create(
                                    House.APP,
                                    Asks.headshot().prompt("smile").onMisfit(OnMisfit.EXACT).ask());

            assertThat(creation)
                    .isInstanceOfSatisfying(
                            Creation.NoRoute.class,
                            none ->
                                    assertThat(none.candidates())
                                            .extracting(Candidate::helps)
                                            .containsExactly(OnMisfit.ADAPT));
        }
    }

    @ParameterizedTest
    @EnumSource(OnMisfit.class)
    void theSafetyToleranceIsNeverLeftOut(OnMisfit rule) {
        provider.can(Abilities.everything().ignores(Member.SAFETY_TOLERANCE));

        try (House house = House.with(provider)) {
            Creation creation =
                    house.front()
                            .create(House.APP, Asks.headshot().style(SAFE).onMisfit(rule).ask());

            assertThat(creation)
                    .isInstanceOfSatisfying(
                            Creation.NoRoute.class,
                            none ->
                                    assertThat(none.candidates())
                                            .containsExactly(
                                                    new Candidate(
                                                            "studio",
                                                            "safety_tolerance: not here",
                                                            List.of(Member.SAFETY_TOLERANCE),
                                                            null)));
        }
    }

    @Test
    void comparesWhatWasAskedWithWhatWasMeasured() {
        try (House house = House.with(provider)) {
            Snapshot made = house.make(Asks.headshot().style(WIDE));

            assertThat(made.production().fit())
                    .containsExactly(
                            new Fit(
                                    Member.WIDTH,
                                    Fit.Outcome.CHANGED_BY_PROVIDER,
                                    "asked 512, measured 1024"));
        }
    }

    @Test
    void isEmptyWhenWhatWasMeasuredIsAsAsked() {
        try (House house = House.with(provider)) {
            house.copies.measure(512);
            Snapshot made = house.make(Asks.headshot().style(WIDE));

            assertThat(made.production().fit()).isEmpty();
        }
    }

    @Test
    void aValueOutsideTheRangeDoesNotFit() {
        provider.can(Abilities.everything().honours(Member.WIDTH, new Range.Whole(256, 500)));

        try (House house = House.with(provider)) {
            Creation creation = house.front().create(House.APP, Asks.headshot().style(WIDE).ask());
            Snapshot dropped = house.make(Asks.headshot().style(WIDE).onMisfit(OnMisfit.DROP));

            assertThat(creation).isInstanceOf(Creation.NoRoute.class);
            assertThat(dropped.production().fit())
                    .containsExactly(
                            new Fit(
                                    Member.WIDTH,
                                    Fit.Outcome.DROPPED,
                                    "this width is outside the provider's range"));
        }
    }

    @Test
    void tellsOfTheProviderThatServedInTheEnd() {
        ScriptedProvider second = new ScriptedProvider("second");
        second.can(Abilities.everything().adapts(Member.PROMPT));
        provider.refuses(FailureKind.UNAVAILABLE);

        try (House house = House.with(provider, second)) {
            Snapshot made = house.make(Asks.headshot().prompt("smile"));

            assertThat(made.production().fit())
                    .extracting(Fit::outcome)
                    .containsExactly(Fit.Outcome.ADAPTED);
        }
    }
}
