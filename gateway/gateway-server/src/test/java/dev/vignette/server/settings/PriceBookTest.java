package dev.vignette.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.money.Price;
import dev.vignette.money.PriceScope;
import dev.vignette.money.PriceUnit;
import dev.vignette.money.PricedOutcome;
import dev.vignette.money.TypicalTime;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices, exchange rates and what they go with, in the operator's file. */
class PriceBookTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void readsEveryKeyOfAPrice() {
        FileSettings settings =
                read(
                        """
                        vignette:
                          prices:
                            - {provider: studio, per: month, amount: 99, currency: EUR, from: 2026-01-01}
                            - provider: studio
                              kind: headshot
                              up-to-megapixels: 1.05
                              outcome: failed
                              per: second
                              amount: 0.001
                              list-amount: 0.002
                              currency: USD
                              from: 2026-02-01
                              typical-seconds: 12
                              most-seconds: 30
                        """);

        assertThat(settings.prices().prices())
                .containsExactly(
                        new Price(
                                "studio",
                                null,
                                PriceUnit.MONTH,
                                new BigDecimal("99"),
                                EUR,
                                LocalDate.of(2026, 1, 1)),
                        new Price(
                                "studio",
                                new PriceScope(
                                        Kind.HEADSHOT,
                                        new BigDecimal("1.05"),
                                        PricedOutcome.FAILED),
                                PriceUnit.SECOND,
                                new BigDecimal("0.001"),
                                new BigDecimal("0.002"),
                                USD,
                                LocalDate.of(2026, 2, 1),
                                new TypicalTime(new BigDecimal(12), new BigDecimal(30))));
    }

    @Test
    void readsHowMoneyIsLookedAfter() {
        Accounting accounting =
                read("""
                vignette:
                  exchange-rates:
                    - {from: USD, to: EUR, rate: 0.92, on: 2026-11-01}
                    - {from: USD, to: EUR, rate: 0.93, on: 2026-11-15}
                  reporting-currency: EUR
                  unpriced: refuse
                """)
                        .accounting();

        assertThat(accounting.reporting()).contains(EUR);
        assertThat(accounting.refusesUnpriced()).isTrue();
        assertThat(accounting.rates().find(USD, EUR, LocalDate.of(2026, 11, 14)))
                .contains(new BigDecimal("0.92"));
        assertThat(accounting.rates().find(USD, EUR, LocalDate.of(2026, 10, 31))).isEmpty();
    }

    @Test
    void allowsWhatHasNoPriceUnlessToldOtherwise() {
        assertThat(read("").accounting()).isEqualTo(Accounting.PLAIN);
        assertThat(read("vignette: {unpriced: allow}").accounting()).isEqualTo(Accounting.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per: image, up-to-megapixels: 0|'up-to-megapixels' is above 0 and at most 1000",
                "per: image, up-to-megapixels: large|'up-to-megapixels' takes a number such as 0.04",
                "per: image, outcome: refused|'outcome' takes one of succeeded, failed, canceled",
                "per: image, list-amount: -1|'list-amount' is from 0 to 1000000",
                "per: image, typical-seconds: 3|'typical-seconds' is for a price 'per: second'",
                "per: second, typical-seconds: 0|'typical-seconds' and 'most-seconds' are above 0 and at most 86400",
                "per: second, most-seconds: 9|'most-seconds' goes with 'typical-seconds' and is not less",
                "per: second, typical-seconds: 9, most-seconds: 8|'most-seconds' goes with 'typical-seconds' and is not less",
                "per: month, kind: headshot|a price 'per: month' is for everything of a provider; leave out 'kind', 'up-to-megapixels' and 'outcome'",
                "per: image, size: 1|unknown key 'size'",
            })
    void refusesAPrice(String keys, String fault) {
        String text =
                """
                vignette:
                  prices:
                    - {provider: studio, amount: 1, currency: USD, from: 2026-01-01, %s}
                """
                        .formatted(keys);

        assertThat(faults(text)).containsExactly("line 3: " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exchange-rates: [{from: USD, to: EUR, rate: 0, on: 2026-11-01}]|'rate' is above 0 and at most 1000000000",
                "exchange-rates: [{from: USD, to: USD, rate: 1, on: 2026-11-01}]|'from' and 'to' are two currencies",
                "exchange-rates: [{from: USD, to: EUR, rate: 1}]|the key 'on' is missing",
                "exchange-rates: {from: USD}|'exchange-rates' takes a list",
                "reporting-currency: EURO|'reporting-currency' takes an ISO 4217 currency such as USD",
                "unpriced: maybe|'unpriced' takes one of allow, refuse",
            })
    void refusesWhatGoesWithPrices(String line, String fault) {
        assertThat(faults("vignette:\n  " + line)).containsExactly("line 2: " + fault);
    }

    @Test
    void namesBothLinesThatNobodyCouldTellApart() {
        String text =
                """
                vignette:
                  prices:
                    - {provider: studio, up-to-megapixels: 1, per: image, amount: 1, currency: USD, from: 2026-01-01}
                    - {provider: studio, per: image, amount: 1, currency: USD, from: 2026-01-01}
                    - {provider: studio, up-to-megapixels: 1.0, per: call, amount: 2, currency: EUR, from: 2026-01-01}
                  exchange-rates:
                    - {from: USD, to: EUR, rate: 0.92, on: 2026-11-01}
                    - {from: USD, to: EUR, rate: 0.93, on: 2026-11-01}
                """;

        assertThat(faults(text))
                .containsExactly(
                        "line 5: the price in line 3 is for the same provider, kind, size and"
                                + " outcome from the same day",
                        "line 8: the rate in line 7 is for the same currencies from the same day");
    }

    private static FileSettings read(String text) {
        return FileReading.read(
                "vignette.yml",
                text,
                "vignette: {}",
                List.of(new StudioAdapter("studio"), new StudioAdapter("atelier")));
    }

    private static List<String> faults(String text) {
        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> read(text));
        assertThat(refused).as("it was not refused").isNotNull();
        return refused.faults().stream().map(Fault::text).toList();
    }
}
