package dev.vignette.engine.price;

import static dev.vignette.money.PriceUnit.IMAGE;
import static dev.vignette.money.PriceUnit.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Seeds;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.AttemptState.Ended;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one ended attempt costs. */
final class PricingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Currency USD = Currency.getInstance("USD");
    private static final TaskHandle TASK = TaskHandle.of("job");
    private static final ProviderFailure FAILURE =
            ProviderFailure.of(FailureKind.FAILED, "scripted");
    private static final Ended SUCCEEDED = new AttemptState.Succeeded(NOW, NOW, TASK);
    private static final Ended FAILED = new AttemptState.Failed(NOW, NOW, TASK, FAILURE);
    private static final Ended REFUSED = new AttemptState.Refused(NOW, NOW, FAILURE);
    private static final Ended NOT_SENT = new AttemptState.NotSent(NOW, FAILURE);

    private static Optional<Price> price(PriceUnit unit, String amount) {
        return Optional.of(price(null, unit, amount, "2026-01-01"));
    }

    private static Price price(@Nullable Kind kind, PriceUnit unit, String amount, String from) {
        return new Price("studio", kind, unit, new BigDecimal(amount), USD, LocalDate.parse(from));
    }

    private static Usage ran(String seconds) {
        return new Usage(new BigDecimal(seconds), null);
    }

    @Test
    void countsPicturesDelivered() {
        Pricing pricing = Pricing.of(price(IMAGE, "0.04"), SUCCEEDED, 3, Usage.UNKNOWN);

        assertThat(pricing.cost()).isEqualTo(cost("0.12", Certainty.PRICE_BOOK));
        assertThat(pricing.quantity()).isEqualByComparingTo("3");
    }

    private static Cost cost(String amount, Certainty certainty) {
        return new Cost(Money.of(new BigDecimal(amount), USD), certainty);
    }

    @Test
    void countsSecondsOfComputing() {
        Pricing pricing = Pricing.of(price(SECOND, "0.001525"), SUCCEEDED, 1, ran("12.5"));

        assertThat(pricing.cost()).isEqualTo(cost("0.019062", Certainty.PRICE_BOOK));
    }

    @Test
    void doesNotGuessSecondsThatWereNotReported() {
        Pricing pricing = Pricing.of(price(SECOND, "0.001"), SUCCEEDED, 1, Usage.UNKNOWN);

        assertThat(pricing.cost()).isEqualTo(Cost.UNPRICED);
    }

    @Test
    void aFailedJobPricedByPictureIsNothingAndEstimated() {
        Pricing pricing = Pricing.of(price(IMAGE, "0.04"), FAILED, 0, Usage.UNKNOWN);

        assertThat(pricing.cost()).isEqualTo(cost("0", Certainty.ESTIMATED));
    }

    @Test
    void aFailedJobPricedBySecondCostsWhatItRan() {
        Pricing pricing = Pricing.of(price(SECOND, "0.01"), FAILED, 0, ran("3"));

        assertThat(pricing.cost()).isEqualTo(cost("0.03", Certainty.PRICE_BOOK));
    }

    @Test
    void refusedAndNeverSentOnesAreFreeWhateverTheUnit() {
        assertThat(Pricing.of(price(SECOND, "9"), REFUSED, 0, Usage.NOTHING).cost())
                .isEqualTo(cost("0", Certainty.PRICE_BOOK));
        assertThat(Pricing.of(Optional.empty(), NOT_SENT, 0, Usage.NOTHING).cost())
                .isEqualTo(cost("0", Certainty.PRICE_BOOK));
    }

    @Test
    void isUnknownWithoutAPrice() {
        Pricing pricing = Pricing.of(Optional.empty(), SUCCEEDED, 4, ran("3"));

        assertThat(pricing).isEqualTo(new Pricing(Cost.UNPRICED, null, null));
    }

    @Test
    void believesTheProviderMoreThanTheList() {
        Usage reported = new Usage(null, Money.of(new BigDecimal("0.07"), USD));

        assertThat(Pricing.of(price(IMAGE, "0.04"), SUCCEEDED, 4, reported).cost())
                .isEqualTo(cost("0.07", Certainty.REPORTED));
    }

    @Test
    void estimatesOnlyWhatIsPricedByPicture() {
        assertThat(Pricing.estimate(price(IMAGE, "0.04"), 4))
                .isEqualTo(cost("0.16", Certainty.ESTIMATED));
        assertThat(Pricing.estimate(price(SECOND, "0.04"), 4)).isEqualTo(Cost.UNPRICED);
        assertThat(Pricing.estimate(Optional.empty(), 4)).isEqualTo(Cost.UNPRICED);
    }

    @Test
    void takesThePriceOfTheDayAndTheKind() {
        PriceList list =
                new PriceList(
                        List.of(
                                price(null, IMAGE, "0.01", "2026-01-01"),
                                price(null, IMAGE, "0.02", "2026-11-20"),
                                price(null, IMAGE, "0.03", "2026-11-21"),
                                price(Kind.HEADSHOT, IMAGE, "0.09", "2025-01-01")));

        assertThat(amount(list, Kind.PORTRAIT_SERIES, "2026-11-19T23:59:59Z")).isEqualTo("0.01");
        assertThat(amount(list, Kind.PORTRAIT_SERIES, "2026-11-20T00:00:00Z")).isEqualTo("0.02");
        assertThat(amount(list, Kind.HEADSHOT, "2026-11-20T00:00:00Z")).isEqualTo("0.09");
        assertThat(list.find("studio", Kind.PORTRAIT_SERIES, Instant.EPOCH)).isEmpty();
        assertThat(list.find("other", Kind.HEADSHOT, NOW)).isEmpty();
    }

    private static String amount(PriceList list, Kind kind, String at) {
        return list.find("studio", kind, Instant.parse(at)).orElseThrow().amount().toString();
    }

    @Test
    void neverLosesAMillionth() {
        Seeds.each(random -> {
            BigDecimal unit = BigDecimal.valueOf(random.nextLong(10_000_000), 6);
            int images = random.nextInt(14);
            Pricing pricing =
                    Pricing.of(price(IMAGE, unit.toString()), SUCCEEDED, images, Usage.UNKNOWN);

            assertThat(pricing.cost().amount().orElseThrow().micros())
                    .isEqualTo(unit.movePointRight(6).longValueExact() * images);
        });
    }
}
