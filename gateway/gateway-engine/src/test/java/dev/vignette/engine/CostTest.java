package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Charge;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
            assertThat(open.charges()).extracting(Charge::outcome).containsExactly("failed");
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
    void isReportedByGroup() {
        first.refuses(FailureKind.UNAVAILABLE);

        try (House open = house.open()) {
            open.make(Asks.headshot().labels(Map.of("team", "web")));
            open.accept(Asks.headshot());
            Instant now = open.clock.instant();
            List<CostRow> report =
                    open.rows
                            .ledger()
                            .report(
                                    new CostQuery(
                                            now.minusSeconds(60),
                                            now.plusSeconds(60),
                                            List.of("provider", "labels.team")));

            assertThat(report)
                    .extracting(
                            row -> row.group().get("provider"),
                            row -> row.group().get("labels.team"),
                            CostRow::attempts,
                            CostRow::images,
                            row -> text(row.amount()),
                            row -> text(row.avoided()))
                    .containsExactly(
                            tuple("first", "web", 1L, 0L, "0.00", "0.00"),
                            tuple("second", "", 0L, 0L, "0.00", "0.012"),
                            tuple("second", "web", 1L, 1L, "0.012", "0.00"));
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
                    .extracting(Charge::labels)
                    .containsExactly(Map.of("team", "web"));
        }
    }
}
