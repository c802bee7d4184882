package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Progress;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Settings that change while orders are out, or about to be sent. */
final class ChangedSettingsTest {
    private static final Limits NONE =
            new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    private final ScriptedProvider before = new ScriptedProvider("first");
    private final ScriptedProvider after = new ScriptedProvider("first");

    @Test
    void anOrderThatIsOutStaysWhereItWasSent() {
        before.accepts();

        try (House house = House.with(before)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.rules.beginAnew();
            house.rules.limit(after, NONE);
            before.then(new Progress.Finished(ScriptedProvider.delivery(1)));
            Snapshot ended = house.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(after.checks()).isZero();
            assertThat(ended.production().attempts())
                    .extracting(Attempt::settings)
                    .containsExactly(1L);
        }
    }

    @Test
    void anOrderThatIsOutStaysWhereItWasSentOverARestart() {
        before.accepts();

        try (House house = House.with(before)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.stop();
            house.rules.beginAnew();
            house.rules.limit(after, NONE);
            before.then(new Progress.Finished(ScriptedProvider.delivery(1)));
            house.open();
            Snapshot ended = house.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(after.checks()).isZero();
        }
    }

    @Test
    void costsWhatItCostWhenItWasSent() {
        before.accepts();

        try (House house = House.with(before)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.rules.beginAnew();
            house.rules.price(before, "0.50");
            before.then(new Progress.Finished(ScriptedProvider.delivery(1)));

            assertThat(house.end(begun).cost()).isEqualTo(Cost.UNPRICED);
            assertThat(house.make(Asks.headshot().prompt("another")).cost().amount())
                    .map(Money::text)
                    .contains("0.50");
        }
    }

    @Test
    void whatIsNotSentYetIsPlannedAnewWhenItWouldBuySomethingElse() {
        after.can(Abilities.everything().version("v2"));
        before.gate.close();
        House house = new House();
        house.rules.serve(before);
        house.rules.inFlight(before, 1);

        try (House open = house.open()) {
            Snapshot out = open.accept(Asks.headshot());
            open.reaches(out, 1, AttemptState.Sending.class);
            Snapshot waiting = open.accept(Asks.headshot().prompt("another"));
            open.rules.beginAnew();
            open.rules.inFlight(after, 1);
            before.gate.open();
            Snapshot ended = open.end(waiting);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            Attempt planned = ended.production().attempts().getFirst();
            Attempt sent = ended.production().attempts().getLast();
            assertThat(planned.state()).isInstanceOf(AttemptState.NotSent.class);
            assertThat(planned.cost().orElseThrow().cost().amount())
                    .map(Money::text)
                    .contains("0.00");
            assertThat(sent.modelVersion()).isEqualTo("v2");
            assertThat(sent.settings()).isEqualTo(2);
            assertThat(before.submits()).isOne();
            assertThat(after.submits()).isOne();
            assertThat(open.end(out).production().attempts().getFirst().modelVersion())
                    .isEqualTo("v1");
        }
    }

    @Test
    void whatIsNotSentYetGoesToTheNewAccountWhenThatBuysTheSame() {
        before.gate.close();
        House house = new House();
        house.rules.serve(before);
        house.rules.inFlight(before, 1);

        try (House open = house.open()) {
            Snapshot out = open.accept(Asks.headshot());
            open.reaches(out, 1, AttemptState.Sending.class);
            Snapshot waiting = open.accept(Asks.headshot().prompt("another"));
            open.rules.beginAnew();
            open.rules.inFlight(after, 1);
            before.gate.open();
            Snapshot ended = open.end(waiting);

            assertThat(ended.production().attempts())
                    .singleElement()
                    .extracting(Attempt::settings)
                    .isEqualTo(2L);
            assertThat(after.submits()).isOne();
        }
    }
}
