package dev.vignette.engine.price;

import static dev.vignette.money.PriceUnit.IMAGE;
import static dev.vignette.money.PriceUnit.MONTH;
import static dev.vignette.money.PricedOutcome.FAILED;
import static dev.vignette.money.PricedOutcome.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceScope;
import dev.vignette.money.PriceUnit;
import dev.vignette.money.PricedOutcome;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which line of the price list holds. */
final class PriceListTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Currency USD = Currency.getInstance("USD");

    private static Price line(PriceScope scope, PriceUnit unit, String amount, String from) {
        return new Price(
                "studio",
                scope,
                unit,
                new BigDecimal(amount),
                null,
                USD,
                LocalDate.parse(from),
                null);
    }

    private static PriceScope scope(
            @Nullable Kind kind, @Nullable String megapixels, @Nullable PricedOutcome outcome) {
        return new PriceScope(
                kind, megapixels == null ? null : new BigDecimal(megapixels), outcome);
    }

    private static String amount(
            PriceList list, Kind kind, @Nullable Long pixels, PricedOutcome outcome) {
        return list.find("studio", kind, pixels, outcome, NOW).orElseThrow().amount().toString();
    }

    @Test
    void takesThePriceOfTheDayAndTheKind() {
        PriceList list =
                new PriceList(
                        List.of(
                                line(PriceScope.ANY, IMAGE, "0.01", "2026-01-01"),
                                line(PriceScope.ANY, IMAGE, "0.02", "2026-11-20"),
                                line(PriceScope.ANY, IMAGE, "0.03", "2026-11-21"),
                                line(PriceScope.of(Kind.HEADSHOT), IMAGE, "0.09", "2025-01-01")));

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
    void takesTheNarrowestLine() {
        PriceList list =
                new PriceList(
                        List.of(
                                line(scope(null, null, null), IMAGE, "1", "2026-11-01"),
                                line(scope(null, "4", null), IMAGE, "2", "2026-10-01"),
                                line(scope(null, "1", null), IMAGE, "3", "2026-09-01"),
                                line(scope(Kind.HEADSHOT, null, null), IMAGE, "4", "2026-08-01"),
                                line(scope(Kind.HEADSHOT, "1", null), IMAGE, "5", "2026-07-01"),
                                line(scope(null, null, FAILED), IMAGE, "6", "2026-06-01")));

        assertThat(amount(list, Kind.PORTRAIT_SERIES, null, SUCCEEDED)).isEqualTo("1");
        assertThat(amount(list, Kind.PORTRAIT_SERIES, 4_000_001L, SUCCEEDED)).isEqualTo("1");
        assertThat(amount(list, Kind.PORTRAIT_SERIES, 4_000_000L, SUCCEEDED)).isEqualTo("2");
        assertThat(amount(list, Kind.PORTRAIT_SERIES, 1_000_000L, SUCCEEDED)).isEqualTo("3");
        assertThat(amount(list, Kind.HEADSHOT, 1_000_001L, SUCCEEDED)).isEqualTo("4");
        assertThat(amount(list, Kind.HEADSHOT, 1_000_000L, SUCCEEDED)).isEqualTo("5");
        assertThat(amount(list, Kind.HEADSHOT, 1_000_000L, FAILED)).isEqualTo("6");
    }

    @Test
    void aVersionNamesEverythingThatMakesAnAmount() {
        assertThat(line(PriceScope.ANY, IMAGE, "0.10", "2026-01-01").version())
                .isEqualTo("studio/*/image/0.1USD/2026-01-01");
        assertThat(line(scope(Kind.HEADSHOT, "1.50", FAILED), IMAGE, "0", "2026-01-01").version())
                .isEqualTo("studio/headshot<=1.5MP=failed/image/0USD/2026-01-01");
    }

    @Test
    void aMonthCostsWhatHeldOnItsFirstDayOrBeganInIt() {
        PriceList list =
                new PriceList(
                        List.of(
                                line(PriceScope.ANY, MONTH, "10", "2026-03-15"),
                                line(PriceScope.ANY, MONTH, "20", "2026-05-02"),
                                line(PriceScope.of(Kind.HEADSHOT), IMAGE, "1", "2026-01-01"),
                                line(PriceScope.ANY, IMAGE, "0.1", "2026-07-10")));

        assertThat(fee(list, 2)).isEmpty();
        assertThat(fee(list, 3)).contains("10");
        assertThat(fee(list, 5)).contains("10");
        assertThat(fee(list, 6)).contains("20");
        assertThat(fee(list, 7)).contains("20");
        assertThat(fee(list, 8)).isEmpty();
        assertThat(list.fee("other", YearMonth.of(2026, 6))).isEmpty();
    }

    private static Optional<String> fee(PriceList list, int month) {
        return list.fee("studio", YearMonth.of(2026, month))
                .map(Price::amount)
                .map(BigDecimal::toString);
    }
}
