package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What generations cost. */
final class CostTest {
    private final ScriptedProvider first = new ScriptedProvider("first");
    private final ScriptedProvider second = new ScriptedProvider("second");
    private final House house = new House();

    @BeforeEach
    void price() {
        house.rules.serve(first, second);
        house.rules.price(first, "0.04");
        house.rules.price(second, "0.012");
    }

    @Test
    void isThePriceOfThePicturesDelivered() {
        first.accepts().thenDelivers(3);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.series().providers("first"));

            assertThat(made.cost()).isEqualTo(dollars("0.12", Certainty.PRICE_BOOK));
        }
    }

    private static Cost dollars(String amount, Certainty certainty) {
        return new Cost(Money.of(new BigDecimal(amount), Pricing.DEFAULT_CURRENCY), certainty);
    }

    @Test
    void isEstimatedWhileItRuns() {
        first.accepts();

        try (House open = house.open()) {
            Snapshot begun = open.accept(Asks.series());
            open.reaches(begun, 1, AttemptState.Accepted.class);

            assertThat(open.now(begun).cost()).isEqualTo(dollars("0.16", Certainty.ESTIMATED));
        }
    }

    @Test
    void addsUpAllAttemptsAndARefusalIsFree() {
        first.can(Abilities.everything().perOrder(1));
        first.delivers().refuses(FailureKind.UNAVAILABLE);
        house.rules.inFlight(first, 1);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.series().count(2));

            assertThat(made.cost()).isEqualTo(dollars("0.052", Certainty.PRICE_BOOK));
            assertThat(open.charges())
                    .extracting(charge -> charge.cost().amount().orElseThrow().text())
                    .containsExactlyInAnyOrder("0.04", "0.00", "0.012");
        }
    }

    @Test
    void ofAFailedJobIsNothingAndEstimated() {
        first.answers(order ->
                new Submission.Ended(
                        TaskHandle.of("job"),
                        ProviderFailure.of(FailureKind.FAILED, "scripted"),
                        Usage.UNKNOWN));

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot().providers("first"));

            assertThat(made.cost()).isEqualTo(dollars("0", Certainty.ESTIMATED));
            assertThat(open.charges())
                    .extracting(charge -> charge.work().outcome())
                    .containsExactly("failed");
        }
    }

    @Test
    void isUnknownWithoutAPriceAndNeverZero() {
        ScriptedProvider third = new ScriptedProvider("third");
        house.rules.serve(third);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot().providers("third"));

            assertThat(made.cost()).isEqualTo(Cost.UNPRICED);
        }
    }

    @Test
    void isWrittenDownForEachAttemptAndNeverForAHit() {
        first.refuses(FailureKind.UNAVAILABLE);

        try (House open = house.open()) {
            open.make(Asks.headshot().labels(Map.of("team", "web")));
            Generation hit = open.accept(Asks.headshot()).generation();

            assertThat(open.charges())
                    .extracting(
                            charge -> charge.work().provider(),
                            charge -> charge.work().images(),
                            charge -> text(charge.cost().money()))
                    .containsExactly(tuple("first", 0, "0.00"), tuple("second", 1, "0.012"));
            assertThat(hit.saved().flatMap(Avoided::amount).map(Money::text)).contains("0.012");
        }
    }

    private static String text(@Nullable Money money) {
        return money == null ? "unknown" : money.text();
    }

    @Test
    void carriesTheLabelsOfTheRequest() {
        try (House open = house.open()) {
            open.make(Asks.headshot().labels(Map.of("team", "web")));

            assertThat(open.charges())
                    .extracting(charge -> charge.work().labels())
                    .containsExactly(Map.of("team", "web"));
        }
    }
}
