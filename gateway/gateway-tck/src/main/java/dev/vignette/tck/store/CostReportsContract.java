package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vignette.generation.Attempt;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostReports;
import dev.vignette.store.CostRow;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.CostReports} promises. */
public interface CostReportsContract extends StoresUnderTest {

    /** What adds the ledger up. */
    CostReports reports();

    /** A charge that is in dollars. */
    Cost DOLLARS = new Cost(Progress.usd("0.08"), Certainty.PRICE_BOOK);

    /** A charge that is in euros. */
    Cost EUROS = new Cost(new Money(70_000, Currency.getInstance("EUR")), Certainty.REPORTED);

    @Test
    default void addsUpWhatAProviderCost() {
        bought(Purchase.valid(), DOLLARS, DOLLARS);
        bought(Purchase.valid(), DOLLARS, DOLLARS);

        assertThat(report("provider"))
                .containsExactly(
                        new CostRow(
                                Map.of("provider", "replicate"),
                                "USD",
                                2,
                                4,
                                8,
                                Progress.usd("0.32"),
                                Progress.usd("0"),
                                0));
    }

    @Test
    default void reportsNothingWhereNothingWasCharged() {
        assertThat(report("provider")).isEmpty();
    }

    @Test
    default void countsAPeriodFromItsFirstMomentUpToItsLast() {
        bought(Purchase.valid(), DOLLARS);

        assertThat(reportOf(Progress.ENDED, Progress.ENDED.plusNanos(1))).hasSize(1);
        assertThat(reportOf(Progress.ENDED.plusNanos(1), Progress.ENDED.plusSeconds(1))).isEmpty();
        assertThat(reportOf(Progress.ENDED.minusSeconds(1), Progress.ENDED)).isEmpty();
    }

    @Test
    default void neverMixesCurrencies() {
        bought(Purchase.valid(), DOLLARS, EUROS);

        assertThat(report("provider"))
                .extracting(CostRow::currency, CostRow::amount)
                .containsExactly(tuple("EUR", EUROS.money()), tuple("USD", DOLLARS.money()));
    }

    @Test
    default void knowsNoAmountWhereNothingIsPriced() {
        bought(Purchase.valid(), Cost.UNPRICED, Cost.UNPRICED);

        CostRow row = report("provider").getFirst();

        assertThat(row.currency()).isNull();
        assertThat(row.amount()).isNull();
        assertThat(row.unpriced()).isEqualTo(2);
        assertThat(row.attempts()).isEqualTo(2);
    }

    @Test
    default void countsUnpricedChargesBesideTheKnownOnes() {
        bought(Purchase.valid(), DOLLARS, Cost.UNPRICED);

        List<CostRow> rows = report("provider");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().amount()).isEqualTo(DOLLARS.money());
        assertThat(rows.getFirst().unpriced()).isEqualTo(1);
        assertThat(rows.getFirst().generations()).isEqualTo(1);
    }

    @Test
    default void keepsUnpricedChargesApartFromTwoCurrencies() {
        bought(Purchase.valid().attempts(3), DOLLARS, EUROS, Cost.UNPRICED);

        assertThat(report("provider")).hasSize(3);
        assertThat(report("provider"))
                .filteredOn(row -> row.currency() == null)
                .singleElement()
                .satisfies(row -> assertThat(row.unpriced()).isEqualTo(1));
    }

    @Test
    default void groupsByEveryColumnInTheOrderAsked() {
        bought(Purchase.valid().of("web").of(Kind.HEADSHOT), DOLLARS);
        bought(Purchase.valid().of("app"), DOLLARS);

        List<CostRow> rows = report("client", "kind", "model", "day", "outcome");

        assertThat(rows)
                .extracting(row -> List.copyOf(row.group().values()))
                .containsExactly(
                        List.of(
                                "app",
                                "portrait_series",
                                "flux-kontext-apps/portrait-series",
                                "2026-11-20",
                                "succeeded"),
                        List.of(
                                "web",
                                "headshot",
                                "flux-kontext-apps/portrait-series",
                                "2026-11-20",
                                "succeeded"));
    }

    @Test
    default void groupsByALabelWhateverItIsCalled() {
        bought(Purchase.valid().labelled(Map.of("$.\"odd' name", "a")), DOLLARS);
        bought(Purchase.valid().labelled(Map.of("other", "b")), DOLLARS);

        assertThat(report("labels.$.\"odd' name"))
                .extracting(CostRow::group)
                .containsExactly(
                        Map.of("labels.$.\"odd' name", ""), Map.of("labels.$.\"odd' name", "a"));
    }

    @Test
    default void refusesAColumnItDoesNotKnow() {
        assertThatThrownBy(() -> report("prompt")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report("1; DROP TABLE charges"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void addsUpWhatTheCacheSaved() {
        Proposal.Buy buy = bought(Purchase.valid(), DOLLARS, DOLLARS);
        generations().accept(new Proposal.Take(GenerationStoreContract.hit(buy), null));
        generations().accept(new Proposal.Take(GenerationStoreContract.hit(buy), null));

        CostRow row = report("provider", "model", "outcome", "labels.cost_center").getFirst();

        assertThat(row.amount()).isEqualTo(Progress.usd("0.16"));
        assertThat(row.avoided()).isEqualTo(Progress.usd("0.32"));
        assertThat(row.generations()).isEqualTo(1);
        assertThat(row.attempts()).isEqualTo(2);
    }

    @Test
    default void addsUpWhatJoiningSaved() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        generations().accept(purchase.proposal());
        Progress.complete(productions(), buyer, Progress.FINISHED);

        assertThat(report("client"))
                .extracting(CostRow::avoided)
                .containsExactly(Progress.AVOIDED.money());
    }

    @Test
    default void reportsSavingsOfAPeriodWithoutCharges() {
        Proposal.Buy buy = bought(Purchase.valid(), DOLLARS, DOLLARS);
        generations().accept(new Proposal.Take(GenerationStoreContract.hit(buy), null));

        List<CostRow> rows =
                reportOf(Progress.FINISHED, Progress.FINISHED.plus(Duration.ofHours(1)));

        assertThat(rows)
                .containsExactly(
                        new CostRow(
                                Map.of("provider", "replicate"),
                                "USD",
                                0,
                                0,
                                0,
                                Progress.usd("0"),
                                Progress.AVOIDED.money(),
                                0));
    }

    /** Accepts a purchase and ends its attempts at these costs. */
    private Proposal.Buy bought(Purchase purchase, Cost... costs) {
        Proposal.Buy buy = purchase.proposal();
        generations().accept(buy);
        for (int i = 0; i < costs.length; i++) {
            Attempt ended = Progress.succeeded(buy.production().attempts().get(i));
            Charge charge = Progress.charge(buy, ended, costs[i], Progress.ENDED);
            productions().conclude(ended, charge, List.of());
        }
        return buy;
    }

    private List<CostRow> report(String... groupBy) {
        return reports()
                .report(
                        new CostQuery(
                                Purchase.AT.minus(Duration.ofDays(30)),
                                Purchase.AT.plus(Duration.ofDays(30)),
                                List.of(groupBy)));
    }

    private List<CostRow> reportOf(Instant from, Instant to) {
        return reports().report(new CostQuery(from, to, List.of("provider")));
    }
}
