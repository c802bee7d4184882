package dev.vignette.engine.price;

import static dev.vignette.money.PriceUnit.CALL;
import static dev.vignette.money.PriceUnit.IMAGE;
import static dev.vignette.money.PriceUnit.MONTH;
import static dev.vignette.money.PriceUnit.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Seeds;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceScope;
import dev.vignette.money.PriceUnit;
import dev.vignette.money.PricedOutcome;
import dev.vignette.money.TypicalTime;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one ended attempt costs, and what can be told of it before. */
final class PricingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Currency USD = Currency.getInstance("USD");
    private static final int ORDERED = 4;

    private static Price price(PriceScope scope, PriceUnit unit, String amount) {
        return new Price(
                "studio",
                scope,
                unit,
                new BigDecimal(amount),
                null,
                USD,
                LocalDate.of(2026, 1, 1),
                null);
    }

    private static Price price(PriceUnit unit, String amount) {
        return price(PriceScope.ANY, unit, amount);
    }

    private static Price by(PricedOutcome outcome, PriceUnit unit, String amount) {
        return price(new PriceScope(null, null, outcome), unit, amount);
    }

    private static Pricing of(Work work, Price... prices) {
        return Pricing.of(new PriceList(Arrays.asList(prices)), work, NOW);
    }

    private static Work work(String outcome, int images, @Nullable String seconds) {
        return work(outcome, images, seconds, null);
    }

    private static Work work(
            String outcome, int images, @Nullable String seconds, @Nullable Long pixels) {
        return new Work(
                "studio",
                "scripted",
                "model",
                null,
                "job",
                null,
                null,
                1,
                "client",
                Kind.HEADSHOT,
                ORDERED,
                pixels,
                images,
                seconds == null ? null : new BigDecimal(seconds),
                null,
                outcome,
                Map.of(),
                false);
    }

    private static Cost cost(String amount, Certainty certainty) {
        return new Cost(Money.of(new BigDecimal(amount), USD), certainty);
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, succeeded, 3, 0.12, PRICE_BOOK",
        "IMAGE, failed, 0, 0, ESTIMATED",
        "IMAGE, canceled, 1, 0.04, ESTIMATED",
        "IMAGE, refused, 0, 0, PRICE_BOOK",
        "IMAGE, not_sent, 0, 0, PRICE_BOOK",
        "IMAGE, not_accepted, 0, 0, PRICE_BOOK",
        "IMAGE, written_off, 0, , UNPRICED",
        "SECOND, succeeded, 3, 0.5, PRICE_BOOK",
        "SECOND, failed, 0, 0.5, PRICE_BOOK",
        "SECOND, canceled, 0, 0.5, PRICE_BOOK",
        "SECOND, refused, 0, 0, PRICE_BOOK",
        "SECOND, not_sent, 0, 0, PRICE_BOOK",
        "SECOND, not_accepted, 0, 0, PRICE_BOOK",
        "SECOND, written_off, 0, , UNPRICED",
        "CALL, succeeded, 3, 0.04, PRICE_BOOK",
        "CALL, failed, 0, 0.04, ESTIMATED",
        "CALL, canceled, 0, 0.04, ESTIMATED",
        "CALL, refused, 0, 0, PRICE_BOOK",
        "CALL, not_sent, 0, 0, PRICE_BOOK",
        "CALL, not_accepted, 0, 0, PRICE_BOOK",
        "CALL, written_off, 0, , UNPRICED",
        "MONTH, succeeded, 3, 0, PRICE_BOOK",
        "MONTH, failed, 0, 0, PRICE_BOOK",
        "MONTH, canceled, 0, 0, PRICE_BOOK",
        "MONTH, refused, 0, 0, PRICE_BOOK",
        "MONTH, not_sent, 0, 0, PRICE_BOOK",
        "MONTH, not_accepted, 0, 0, PRICE_BOOK",
        "MONTH, written_off, 0, , UNPRICED",
    })
    void pricesEveryUnitAtEveryEnd(
            PriceUnit unit,
            String outcome,
            int images,
            @Nullable String amount,
            Certainty certainty) {
        Pricing pricing = of(work(outcome, images, "12.5"), price(unit, "0.04"));

        assertThat(pricing.cost())
                .isEqualTo(amount == null ? Cost.UNPRICED : cost(amount, certainty));
    }

    @Test
    void countsSecondsExactlyAndRoundsOnce() {
        Pricing pricing = of(work("succeeded", 1, "12.5"), price(SECOND, "0.001525"));

        assertThat(pricing.cost()).isEqualTo(cost("0.019062", Certainty.PRICE_BOOK));
        assertThat(pricing.quantity()).isEqualByComparingTo("12.5");
    }

    @Test
    void doesNotGuessSecondsThatWereNotReported() {
        assertThat(of(work("succeeded", 1, null), price(SECOND, "0.001")).cost())
                .isEqualTo(Cost.UNPRICED);
    }

    @Test
    void isUnknownWithoutAPrice() {
        assertThat(of(work("succeeded", 4, "3"))).isEqualTo(new Pricing(Cost.UNPRICED, null, null));
    }

    @Test
    void aFailedOneHasAPriceOfItsOwnThatIsNoGuess() {
        Price usual = price(IMAGE, "0.04");
        Price failed = by(PricedOutcome.FAILED, CALL, "0.01");

        assertThat(of(work("failed", 0, null), usual, failed).cost())
                .isEqualTo(cost("0.01", Certainty.PRICE_BOOK));
        assertThat(of(work("canceled", 0, null), usual, failed).cost())
                .isEqualTo(cost("0", Certainty.ESTIMATED));
        assertThat(of(work("succeeded", 4, null), usual, failed).cost())
                .isEqualTo(cost("0.16", Certainty.PRICE_BOOK));
    }

    @Test
    void whatBringsNoPictureCountsThoseOrdered() {
        assertThat(of(work("failed", 0, null), by(PricedOutcome.FAILED, IMAGE, "0.01")).cost())
                .isEqualTo(cost("0.04", Certainty.PRICE_BOOK));
    }

    @Test
    void takesThePriceOfTheSize() {
        Price small = price(new PriceScope(null, new BigDecimal("1.05"), null), IMAGE, "0.01");
        Price large = price(new PriceScope(null, new BigDecimal("4.2"), null), IMAGE, "0.03");

        assertThat(of(work("succeeded", 1, null, 1024L * 1024), small, large).cost())
                .isEqualTo(cost("0.01", Certainty.PRICE_BOOK));
        assertThat(of(work("succeeded", 1, null, 2048L * 2048), small, large).cost())
                .isEqualTo(cost("0.03", Certainty.PRICE_BOOK));
        assertThat(of(work("succeeded", 1, null), small, large).cost()).isEqualTo(Cost.UNPRICED);
    }

    @Test
    void writesDownThePriceThatMadeItAndWhatOthersPay() {
        Price contracted =
                new Price(
                        "studio",
                        PriceScope.of(Kind.HEADSHOT),
                        IMAGE,
                        new BigDecimal("0.030"),
                        new BigDecimal("0.04"),
                        USD,
                        LocalDate.of(2026, 1, 1),
                        null);

        assertThat(of(work("succeeded", 2, null), contracted).billing())
                .isEqualTo(
                        new Billing(
                                cost("0.06", Certainty.PRICE_BOOK),
                                BigDecimal.TWO,
                                IMAGE,
                                new BigDecimal("0.030"),
                                new BigDecimal("0.04"),
                                "studio/headshot/image/0.03USD/2026-01-01/list=0.04"));
    }

    @Test
    void whatIsTakenForBoughtCostsAllItsPicturesAndNamesItsPrice() {
        Work lost = work("failed", 0, null);
        PriceList prices = new PriceList(List.of(price(IMAGE, "0.04")));

        assertThat(Pricing.presumed(prices, lost, NOW).billing())
                .isEqualTo(
                        new Billing(
                                cost("0.16", Certainty.ESTIMATED),
                                null,
                                null,
                                null,
                                null,
                                "studio/*/image/0.04USD/2026-01-01"));
        assertThat(Pricing.presumed(PriceList.EMPTY, lost, NOW).billing())
                .isEqualTo(Billing.of(Cost.UNPRICED));
    }

    @Test
    void tellsBeforeWhatIsKnownBefore() {
        assertThat(estimate(price(IMAGE, "0.04"))).isEqualTo(new Estimate.Exact(money("0.16")));
        assertThat(estimate(price(CALL, "0.04"))).isEqualTo(new Estimate.Exact(money("0.08")));
        assertThat(estimate(price(MONTH, "99"))).isEqualTo(new Estimate.Exact(money("0")));
        assertThat(estimate(price(SECOND, "0.04")).cost()).isEqualTo(Cost.UNPRICED);
        assertThat(estimate()).isEqualTo(new Estimate.Unknown("no price is configured"));
    }

    @Test
    void takesTimeForKnownWhereTheOperatorSaysHowLongItIs() {
        Price timed =
                new Price(
                        "studio",
                        PriceScope.ANY,
                        SECOND,
                        new BigDecimal("0.001"),
                        null,
                        USD,
                        LocalDate.EPOCH,
                        new TypicalTime(BigDecimal.TEN, BigDecimal.valueOf(30)));

        assertThat(estimate(timed)).isEqualTo(new Estimate.Range(money("0.02"), money("0.06")));
        assertThat(estimate(timed).cost()).isEqualTo(cost("0.06", Certainty.ESTIMATED));
    }

    private static Money money(String amount) {
        return Money.of(new BigDecimal(amount), USD);
    }

    /** Of four pictures in two orders. */
    private static Estimate estimate(Price... prices) {
        PortraitRequest request =
                new PortraitRequest(
                        Kind.HEADSHOT,
                        new Photo(ContentHash.of(new byte[] {1}), ImageType.PNG, 64, 64, 1_000),
                        ORDERED,
                        Style.NONE,
                        Set.of(),
                        OnMisfit.ADAPT,
                        List.of());
        return Pricing.estimate(
                new PriceList(Arrays.asList(prices)), "studio", request, ORDERED, 2, NOW);
    }

    @Test
    void neverLosesAMillionth() {
        Seeds.each(random -> {
            BigDecimal unit = BigDecimal.valueOf(random.nextLong(10_000_000), 6);
            int images = random.nextInt(14);
            Pricing pricing =
                    of(work("succeeded", images, null), price(IMAGE, unit.toPlainString()));

            assertThat(pricing.cost().amount().orElseThrow().micros())
                    .isEqualTo(unit.movePointRight(6).longValueExact() * images);
        });
    }
}
