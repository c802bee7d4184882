package dev.vignette.engine.compare;

import static dev.vignette.engine.compare.WorkDone.series;
import static dev.vignette.engine.compare.WorkDone.usd;
import static dev.vignette.engine.compare.WorkDone.work;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.compare.Comparison.Offer;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What work would have cost elsewhere. */
final class ComparingTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final PriceList PRICES =
            new PriceList(
                    List.of(
                            price("first", PriceUnit.IMAGE, "0.04", WorkDone.USD, "2026-01-01"),
                            price("first", PriceUnit.IMAGE, "0.03", WorkDone.USD, "2026-12-01"),
                            price("second", PriceUnit.IMAGE, "0.012", WorkDone.USD, "2026-01-01"),
                            price("timed", PriceUnit.SECOND, "0.001", WorkDone.USD, "2026-01-01"),
                            price("monthly", PriceUnit.MONTH, "49", WorkDone.USD, "2026-01-01"),
                            price("euro", PriceUnit.IMAGE, "0.05", EUR, "2026-01-01")));
    private static final Map<String, String> ADAPTERS =
            Map.of("first", "vendor", "second", "other", "timed", "vendor");

    private final WorkDone work = new WorkDone();

    @Test
    void takesTheSameWorkToWhoeverCouldHaveDoneIt() {
        work.add(series("gen_1"), usd("0.16"), "first", "second")
                .add(series("gen_2"), usd("0.16"), "first", "second")
                .add(series("gen_3"), usd("0.16"), "first");

        assertThat(offers())
                .containsExactly(
                        offer("first", 3, 3, 12, 0, usd("0.48"), usd("0.48")),
                        offer("second", 2, 2, 8, 0, usd("0.32"), usd("0.096")));
        assertThat(offers().get(1).difference()).contains(usd("-0.224"));
        assertThat(offers().get(1).perImage(usd("0.096"))).contains(usd("0.012"));
    }

    @Test
    void readsPageByPageToTheEnd() {
        for (int i = 0; i < 5; i++) {
            work.add(series("gen_" + i), usd("0.16"), "first");
        }

        assertThat(offers().getFirst().attempts()).isEqualTo(5);
        assertThat(work.read()).isEqualTo(4);
    }

    @Test
    void countsTheProviderThatDidItWithoutAnyRecord() {
        work.add(series("gen_1"), usd("0.16"));

        assertThat(offers()).containsExactly(offer("first", 1, 1, 4, 0, usd("0.16"), usd("0.16")));
    }

    @Test
    void keepsFailuresAndShortfallsAsTheyHappened() {
        work.add(
                        work("first", "gen_1", Kind.PORTRAIT_SERIES, "failed", 0),
                        usd("0.00"),
                        "first",
                        "second")
                .add(
                        work("first", "gen_1", Kind.PORTRAIT_SERIES, "succeeded", 3),
                        usd("0.12"),
                        "first",
                        "second");

        assertThat(offers()).contains(offer("second", 1, 2, 3, 0, usd("0.12"), usd("0.036")));
    }

    @Test
    void appliesThePricesOfAnyDay() {
        work.add(series("gen_1"), usd("0.16"), "first");

        assertThat(offersAt("2026-12-01T00:00:00Z").getFirst().would()).isEqualTo(usd("0.12"));
        assertThat(offersAt("2026-11-30T23:59:59Z").getFirst().would()).isEqualTo(usd("0.16"));
        assertThat(offersAt("2025-12-31T00:00:00Z").getFirst().would()).isNull();
        assertThat(offersAt("2025-12-31T00:00:00Z").getFirst().unpriced()).isEqualTo(1);
    }

    @Test
    void neverTakesAnUnknownPriceForZero() {
        work.add(series("gen_1"), usd("0.16"), "unknown")
                .add(
                        work("first", "gen_2", Kind.PORTRAIT_SERIES, "refused", 0),
                        usd("0.00"),
                        "unknown");

        Offer unknown = offers().getLast();

        assertThat(unknown.provider()).isEqualTo("unknown");
        assertThat(unknown.unpriced()).isEqualTo(2);
        assertThat(unknown.would()).isNull();
        assertThat(unknown.actual()).isNull();
        assertThat(unknown.difference()).isEmpty();
    }

    @Test
    void neverTakesAPriceForTheMonthForNothing() {
        work.add(series("gen_1"), usd("0.16"), "monthly");

        assertThat(offers().getLast().unpriced()).isEqualTo(1);
        assertThat(offers().getLast().would()).isNull();
    }

    @Test
    void addsUpOnlyWhatIsKnownOnBothSides() {
        work.add(series("gen_1"), usd("0.16"), "second").add(series("gen_2"), null, "second");

        assertThat(offers())
                .containsExactly(
                        offer("first", 2, 2, 8, 1, usd("0.16"), usd("0.16")),
                        offer("second", 2, 2, 8, 1, usd("0.16"), usd("0.048")));
        assertThat(offers().getFirst().perImage(usd("0.16"))).isEmpty();
    }

    @Test
    void knowsComputingTimeOnlyOfTheSameVendor() {
        work.add(series("gen_1"), usd("0.16"), "timed");

        assertThat(offers()).contains(offer("timed", 1, 1, 4, 0, usd("0.16"), usd("0.02")));

        List<Offer> elsewhere = ask(question(Optional.empty(), Optional.empty()), Map.of());
        assertThat(elsewhere.getLast().unpriced()).isEqualTo(1);
    }

    @Test
    void neverMixesCurrencies() {
        work.add(series("gen_1"), usd("0.16"), "euro")
                .add(series("gen_2"), new Money(200_000, EUR), "euro");

        assertThat(offers())
                .filteredOn(offer -> offer.provider().equals("euro"))
                .containsExactly(
                        offer("euro", 1, 1, 4, 0, new Money(200_000, EUR), new Money(200_000, EUR)),
                        offer("euro", 1, 1, 4, 0, usd("0.16"), new Money(200_000, EUR)));
        assertThat(offers().getFirst().difference()).contains(Money.zero(EUR));
        assertThat(offers().get(1).difference()).isEmpty();
    }

    @Test
    void asksForOneKindOrOneClient() {
        work.add(series("gen_1"), usd("0.16"))
                .add(work("first", "gen_2", Kind.HEADSHOT, "succeeded", 1), usd("0.04"));

        assertThat(offers())
                .extracting(Offer::kind)
                .containsExactly(Kind.HEADSHOT, Kind.PORTRAIT_SERIES);
        assertThat(ask(question(Optional.of(Kind.HEADSHOT), Optional.empty()), ADAPTERS))
                .extracting(Offer::kind)
                .containsExactly(Kind.HEADSHOT);
        assertThat(ask(question(Optional.empty(), Optional.of("shop")), ADAPTERS)).hasSize(2);
        assertThat(ask(question(Optional.empty(), Optional.of("app")), ADAPTERS)).isEmpty();
    }

    @Test
    void countsWhatNobodyIsKnownToHaveAskedFor() {
        work.add(work("first", null, null, "succeeded", 1), usd("0.04"))
                .add(work("first", null, Kind.HEADSHOT, "succeeded", 1), usd("0.04"));

        Comparison comparison =
                new Comparing(work, PRICES, ADAPTERS)
                        .of(question(Optional.empty(), Optional.empty()));

        assertThat(comparison.offers()).isEmpty();
        assertThat(comparison.leftOut()).isEqualTo(2);
    }

    private List<Offer> offers() {
        return ask(question(Optional.empty(), Optional.empty()), ADAPTERS);
    }

    private List<Offer> offersAt(String time) {
        Instant from = WorkDone.AT.minusSeconds(1);
        Question question =
                new Question(
                        from,
                        from.plusSeconds(2),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.parse(time));
        return ask(question, ADAPTERS);
    }

    private List<Offer> ask(Question question, Map<String, String> adapters) {
        return new Comparing(work, PRICES, adapters).of(question).offers();
    }

    private static Question question(Optional<Kind> kind, Optional<String> client) {
        Instant from = WorkDone.AT.minus(Duration.ofDays(1));
        return new Question(from, WorkDone.AT.plusSeconds(1), kind, client, WorkDone.AT);
    }

    private static Offer offer(
            String provider,
            long generations,
            long attempts,
            long images,
            long unpriced,
            Money actual,
            Money would) {
        return new Offer(
                Kind.PORTRAIT_SERIES,
                provider,
                generations,
                attempts,
                images,
                unpriced,
                actual,
                would);
    }

    private static Price price(
            String provider, PriceUnit per, String amount, Currency currency, String from) {
        return new Price(
                provider, null, per, new BigDecimal(amount), currency, LocalDate.parse(from));
    }
}
