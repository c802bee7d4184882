package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vignette.generation.Attempt;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.ExchangeRate;
import dev.vignette.money.ExchangeRates;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostFilter;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostReports;
import dev.vignette.store.CostRow;
import dev.vignette.store.Proposal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.CostReports} promises. */
public interface CostReportsContract extends StoresUnderTest {

    /** What adds the ledger up. */
    CostReports reports();

    /** What is reported in. */
    Currency EUR = Currency.getInstance("EUR");

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
                                new CostRow.Counts(2, 4, 8, 8, 0, 0),
                                new CostRow.Sums(
                                        Progress.usd("0.32"),
                                        Progress.usd("0"),
                                        Progress.usd("0"),
                                        Progress.usd("0")),
                                new BigDecimal("50.000000"),
                                null,
                                null));
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
                .extracting(CostRow::currency, row -> row.sums().amount())
                .containsExactly(tuple("EUR", EUROS.money()), tuple("USD", DOLLARS.money()));
    }

    @Test
    default void knowsNoAmountWhereNothingIsPriced() {
        bought(Purchase.valid(), Cost.UNPRICED, Cost.UNPRICED);

        CostRow row = report("provider").getFirst();

        assertThat(row.currency()).isNull();
        assertThat(row.sums().amount()).isNull();
        assertThat(row.counts().unpriced()).isEqualTo(2);
        assertThat(row.counts().attempts()).isEqualTo(2);
    }

    @Test
    default void countsUnpricedChargesBesideTheKnownOnes() {
        bought(Purchase.valid(), DOLLARS, Cost.UNPRICED);

        List<CostRow> rows = report("provider");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().sums().amount()).isEqualTo(DOLLARS.money());
        assertThat(rows.getFirst().counts().unpriced()).isEqualTo(1);
        assertThat(rows.getFirst().counts().generations()).isEqualTo(1);
    }

    @Test
    default void keepsUnpricedChargesApartFromTwoCurrencies() {
        bought(Purchase.valid().attempts(3), DOLLARS, EUROS, Cost.UNPRICED);

        assertThat(report("provider")).hasSize(3);
        assertThat(report("provider"))
                .filteredOn(row -> row.currency() == null)
                .singleElement()
                .satisfies(row -> assertThat(row.counts().unpriced()).isEqualTo(1));
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

        assertThat(row.sums().amount()).isEqualTo(Progress.usd("0.16"));
        assertThat(row.sums().avoided()).isEqualTo(Progress.usd("0.32"));
        assertThat(row.counts().generations()).isEqualTo(1);
        assertThat(row.counts().attempts()).isEqualTo(2);
    }

    @Test
    default void addsUpWhatJoiningSaved() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        generations().accept(purchase.proposal());
        Progress.complete(productions(), buyer, Progress.FINISHED);

        assertThat(report("client"))
                .extracting(row -> row.sums().avoided())
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
                                new CostRow.Counts(0, 0, 0, 0, 0, 0),
                                new CostRow.Sums(
                                        Progress.usd("0"),
                                        Progress.usd("0"),
                                        Progress.usd("0"),
                                        Progress.AVOIDED.money()),
                                null,
                                null,
                                null));
    }

    @Test
    default void countsWhatWasOrderedAndWhatCameOfIt() {
        billed(Purchase.valid(), Bill.usd("0.08"), Bill.usd("0.05").ended("failed"));
        billed(Purchase.valid(), Bill.usd("0").ended("refused"), Bill.usd("0").ended("not_sent"));
        billed(Purchase.valid(), Bill.of(Cost.UNPRICED).ended("written_off"));

        CostRow row = report("provider").getFirst();

        assertThat(row.counts()).isEqualTo(new CostRow.Counts(3, 5, 10, 2, 2, 1));
        assertThat(row.sums().amount()).isEqualTo(Progress.usd("0.13"));
        assertThat(row.sums().failed()).isEqualTo(Progress.usd("0.05"));
    }

    @Test
    default void doesNotKnowWhatFailuresCostWhenNoneIsPriced() {
        billed(Purchase.valid(), Bill.usd("0.08"), Bill.of(Cost.UNPRICED).ended("failed"));

        assertThat(report("provider").getFirst().sums().failed()).isNull();
    }

    @Test
    default void tellsWhatADeliveredPictureCostOnlyWhenAllIsKnown() {
        billed(Purchase.valid(), Bill.usd("0.10"), Bill.usd("0").pictures(2, 1));
        billed(Purchase.valid().of("app"), Bill.usd("0.10"), Bill.of(Cost.UNPRICED));
        billed(Purchase.valid().of("site"), Bill.usd("0.10").ended("failed"));

        assertThat(report("client"))
                .extracting(CostRow::perImage)
                .containsExactly(null, Progress.usd("0.033333"), null);
    }

    @Test
    default void takesWhatWasDeliveredForOrderedInLinesFromBefore() {
        billed(Purchase.valid(), Bill.usd("0.08").pictures(0, 2));

        assertThat(report("provider").getFirst().counts().ordered()).isEqualTo(2);
    }

    @Test
    default void countsWhatIsTakenForAMonthInTheAmountAlone() {
        billed(Purchase.valid(), Bill.usd("0.08"), Bill.usd("99").forTheMonth());

        CostRow row = report("provider").getFirst();

        assertThat(row.counts()).isEqualTo(new CostRow.Counts(1, 1, 2, 2, 0, 0));
        assertThat(row.sums().amount()).isEqualTo(Progress.usd("99.08"));
    }

    @Test
    default void countsACorrectionWhenItWasMadeAndInAmountsAlone() {
        Charge charge = billed(Purchase.valid(), Bill.usd("0.08").ended("failed")).getFirst();
        Instant later = Progress.ENDED.plus(Duration.ofDays(1));
        ledger().correct(List.of(Bill.correction(charge, Progress.usd("-0.03"), later)));

        List<CostRow> rows = report("day");

        assertThat(rows)
                .extracting(CostRow::counts)
                .containsExactly(
                        new CostRow.Counts(1, 1, 2, 0, 1, 0), new CostRow.Counts(0, 0, 0, 0, 0, 0));
        assertThat(rows)
                .extracting(row -> row.sums().amount(), row -> row.sums().corrected())
                .containsExactly(
                        tuple(Progress.usd("0.08"), Progress.usd("0")),
                        tuple(Progress.usd("-0.03"), Progress.usd("-0.03")));
        assertThat(rows.getLast().sums().failed()).isEqualTo(Progress.usd("-0.03"));
    }

    @Test
    default void takesNoChargeForUnpricedThatACorrectionGaveAnAmount() {
        Charge charge = billed(Purchase.valid(), Bill.of(Cost.UNPRICED)).getFirst();
        billed(Purchase.valid(), Bill.usd("0.08"));
        Instant later = Progress.ENDED.plus(Duration.ofDays(1));
        Money euros = new Money(70_000, Currency.getInstance("EUR"));
        ledger().correct(List.of(Bill.correction(charge, euros, later)));

        assertThat(report("provider"))
                .extracting(
                        CostRow::currency,
                        row -> row.sums().amount(),
                        row -> row.counts().attempts(),
                        row -> row.counts().unpriced())
                .containsExactly(
                        tuple("EUR", euros, 1L, 0L), tuple("USD", Progress.usd("0.08"), 1L, 0L));
        assertThat(reportOf(Progress.ENDED, later))
                .singleElement()
                .satisfies(row -> assertThat(row.counts().unpriced()).isEqualTo(1));
    }

    @Test
    default void groupsByTheCalendarOfAZone() {
        Instant monday = Instant.parse("2026-11-29T23:30:00Z");
        billed(Purchase.valid(), Bill.usd("0.08").at(monday));
        billed(Purchase.valid(), Bill.usd("0.08").at(monday.plus(Duration.ofDays(1))));

        assertThat(groups("Europe/Berlin", "day", "week", "month"))
                .containsExactly(
                        List.of("2026-11-30", "2026-W49", "2026-11"),
                        List.of("2026-12-01", "2026-W49", "2026-12"));
        assertThat(groups("UTC", "day", "week", "month"))
                .containsExactly(
                        List.of("2026-11-29", "2026-W48", "2026-11"),
                        List.of("2026-11-30", "2026-W49", "2026-11"));
    }

    @Test
    default void followsClocksThatChange() {
        Instant summer = Instant.parse("2026-10-24T22:30:00Z");
        Instant winter = Instant.parse("2026-10-25T22:30:00Z");
        billed(Purchase.valid(), Bill.usd("0.08").at(summer));
        billed(Purchase.valid(), Bill.usd("0.08").at(winter));

        assertThat(groups("Europe/Berlin", "day"))
                .as("half past twelve in summer, half past eleven in winter")
                .containsExactly(List.of("2026-10-25"));
        assertThat(groups("America/New_York", "day"))
                .containsExactly(List.of("2026-10-24"), List.of("2026-10-25"));
    }

    @Test
    default void knowsTheLastWeekOfAYear() {
        billed(Purchase.valid(), Bill.usd("0.08").at(Instant.parse("2027-01-03T12:00:00Z")));

        assertThat(groups("UTC", "week")).containsExactly(List.of("2026-W53"));
    }

    @Test
    default void groupsByWhatIsKnownOfAnAmount() {
        bought(Purchase.valid(), DOLLARS, EUROS);
        bought(Purchase.valid(), Cost.UNPRICED);

        assertThat(groups("UTC", "certainty", "currency"))
                .containsExactly(
                        List.of("price_book", "USD"),
                        List.of("reported", "EUR"),
                        List.of("unpriced", ""));
    }

    @Test
    default void groupsByModelVersionAndAdapterAlsoWhatWasSaved() {
        Proposal.Buy buy = bought(Purchase.valid(), DOLLARS);
        generations().accept(new Proposal.Take(GenerationStoreContract.hit(buy), null));

        List<CostRow> rows = report("adapter", "model_version");

        assertThat(rows)
                .extracting(row -> List.copyOf(row.group().values()))
                .containsExactly(List.of("replicate", "a7cb"));
        assertThat(rows.getFirst().sums().avoided()).isEqualTo(Progress.AVOIDED.money());
    }

    @Test
    default void addsUpOnlyWhatIsAskedFor() {
        bought(Purchase.valid().of("web").of(Kind.HEADSHOT), DOLLARS);
        bought(Purchase.valid().of("app"), EUROS);

        assertThat(filtered(new CostFilter(null, "web", null))).containsExactly("USD");
        assertThat(filtered(new CostFilter(null, null, Kind.PORTRAIT_SERIES)))
                .containsExactly("EUR");
        assertThat(filtered(new CostFilter("replicate", "app", Kind.PORTRAIT_SERIES)))
                .containsExactly("EUR");
        assertThat(filtered(new CostFilter("modelslab", null, null))).isEmpty();
    }

    @Test
    default void tellsHowLongJobsTookWhenAsked() {
        for (int seconds = 1; seconds <= 20; seconds++) {
            billed(Purchase.valid(), Bill.usd("0.08").took(Duration.ofSeconds(seconds)));
        }
        bought(Purchase.valid(), EUROS);

        assertThat(reports().report(in("UTC", CostFilter.ALL, null, true, "provider")))
                .extracting(CostRow::pace)
                .containsExactly(
                        new CostRow.Pace(Duration.ofMillis(31_250), Duration.ofMillis(31_250)),
                        new CostRow.Pace(Duration.ofSeconds(10), Duration.ofSeconds(19)));
        assertThat(report("provider").getFirst().pace()).isNull();
    }

    @Test
    default void knowsNoPaceWithoutAJob() {
        billed(Purchase.valid(), Bill.usd("99").forTheMonth());

        assertThat(reports().report(in("UTC", CostFilter.ALL, null, true, "provider")))
                .extracting(CostRow::pace)
                .containsExactly(new CostRow.Pace(null, null));
    }

    @Test
    default void reportsInAnotherCurrencyByTheRateOfEachDay() {
        billed(Purchase.valid(), Bill.usd("1").at(Instant.parse("2026-11-19T23:59:59Z")));
        billed(Purchase.valid(), Bill.usd("1").at(Instant.parse("2026-11-20T00:00:00Z")));
        bought(Purchase.valid(), EUROS);
        ExchangeRates rates =
                new ExchangeRates(List.of(rate("0.91", "2026-11-01"), rate("0.92", "2026-11-20")));

        assertThat(reportedIn(rates))
                .containsExactly(
                        new CostRow.Reported(EUROS.money(), 0),
                        new CostRow.Reported(new Money(1_830_000, EUR), 0));
    }

    @Test
    default void makesUpNoRate() {
        billed(Purchase.valid(), Bill.usd("1").at(Instant.parse("2026-11-19T23:59:59Z")));
        billed(Purchase.valid(), Bill.usd("1").at(Instant.parse("2026-11-20T00:00:00Z")));
        bought(Purchase.valid().of("app"), Cost.UNPRICED);
        ExchangeRates rates = new ExchangeRates(List.of(rate("0.92", "2026-11-20")));

        assertThat(reportedIn(rates)).containsExactly(new CostRow.Reported(null, 1));
        assertThat(reportedIn(ExchangeRates.NONE)).containsExactly(new CostRow.Reported(null, 2));
    }

    private static ExchangeRate rate(String rate, String from) {
        return new ExchangeRate(Progress.USD, EUR, new BigDecimal(rate), LocalDate.parse(from));
    }

    private List<CostRow.@Nullable Reported> reportedIn(ExchangeRates rates) {
        return reports()
                .report(
                        in(
                                "UTC",
                                CostFilter.ALL,
                                new CostQuery.Reporting(EUR, rates),
                                false,
                                "provider"))
                .stream()
                .<CostRow.@Nullable Reported>map(CostRow::reported)
                .toList();
    }

    private List<List<String>> groups(String zone, String... groupBy) {
        return reports().report(in(zone, CostFilter.ALL, null, false, groupBy)).stream()
                .map(row -> List.copyOf(row.group().values()))
                .toList();
    }

    private List<@Nullable String> filtered(CostFilter filter) {
        return reports().report(in("UTC", filter, null, false, "provider")).stream()
                .<@Nullable String>map(CostRow::currency)
                .toList();
    }

    private static CostQuery in(
            String zone,
            CostFilter filter,
            CostQuery.@Nullable Reporting reporting,
            boolean pace,
            String... groupBy) {
        return new CostQuery(
                Purchase.AT.minus(Duration.ofDays(60)),
                Purchase.AT.plus(Duration.ofDays(60)),
                ZoneId.of(zone),
                List.of(groupBy),
                filter,
                reporting,
                pace);
    }

    /** Accepts a purchase and bills its attempts. */
    private List<Charge> billed(Purchase purchase, Bill... bills) {
        Proposal.Buy buy = purchase.attempts(bills.length).proposal();
        generations().accept(buy);
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < bills.length; i++) {
            Attempt ended = Progress.succeeded(buy.production().attempts().get(i));
            charges.add(bills[i].charge(buy, ended));
            productions().conclude(ended, charges.getLast(), List.of());
        }
        return charges;
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
                        CostQuery.of(
                                Purchase.AT.minus(Duration.ofDays(30)),
                                Purchase.AT.plus(Duration.ofDays(30)),
                                List.of(groupBy)));
    }

    private List<CostRow> reportOf(Instant from, Instant to) {
        return reports().report(CostQuery.of(from, to, List.of("provider")));
    }
}
