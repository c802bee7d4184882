package dev.vignette.engine.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Seeds;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Adding up. */
final class TotalTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");

    private static Cost cost(long micros, Currency currency, Certainty certainty) {
        return new Cost(new Money(micros, currency), certainty);
    }

    @Test
    void ofNothingIsZero() {
        assertThat(Total.of(List.of())).isEqualTo(cost(0, USD, Certainty.PRICE_BOOK));
    }

    @Test
    void isUnknownWhenAPartIs() {
        Cost known = cost(5, USD, Certainty.REPORTED);

        assertThat(Total.of(List.of(known, Cost.UNPRICED))).isEqualTo(Cost.UNPRICED);
    }

    @Test
    void isUnknownInTwoCurrencies() {
        Cost dollars = cost(5, USD, Certainty.REPORTED);
        Cost euros = cost(5, EUR, Certainty.REPORTED);

        assertThat(Total.of(List.of(dollars, euros))).isEqualTo(Cost.UNPRICED);
    }

    @Test
    void overlooksTheCurrencyOfNothing() {
        Cost nothing = cost(0, USD, Certainty.PRICE_BOOK);
        Cost euros = cost(5, EUR, Certainty.PRICE_BOOK);

        assertThat(Total.of(List.of(nothing, euros))).isEqualTo(euros);
    }

    @Test
    void isAsCertainAsItsLeastCertainPart() {
        Cost reported = cost(1, USD, Certainty.REPORTED);
        Cost listed = cost(1, USD, Certainty.PRICE_BOOK);
        Cost guessed = cost(1, USD, Certainty.ESTIMATED);

        assertThat(Total.of(List.of(reported, reported)).certainty()).isEqualTo(Certainty.REPORTED);
        assertThat(Total.of(List.of(reported, listed)).certainty()).isEqualTo(Certainty.PRICE_BOOK);
        assertThat(Total.of(List.of(reported, listed, guessed)).certainty())
                .isEqualTo(Certainty.ESTIMATED);
    }

    @Test
    void isTheSumInWhateverOrder() {
        Seeds.each(random -> {
            List<Cost> parts = new ArrayList<>();
            long sum = 0;
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                long micros = random.nextLong(1_000_000_000);
                sum += micros;
                parts.add(
                        cost(
                                micros,
                                USD,
                                random.nextBoolean() ? Certainty.PRICE_BOOK : Certainty.REPORTED));
            }
            Cost total = Total.of(parts);
            Collections.shuffle(parts, random);

            assertThat(total.amount()).contains(new Money(sum, USD));
            assertThat(Total.of(parts)).isEqualTo(total);
        });
    }
}
