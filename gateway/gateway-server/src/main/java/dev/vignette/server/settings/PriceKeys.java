package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.money.Price;
import dev.vignette.money.PriceScope;
import dev.vignette.money.PriceUnit;
import dev.vignette.money.PricedOutcome;
import dev.vignette.money.TypicalTime;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the price list in the file; see {@link Price}. Absent keys are {@code null}.
 *
 * @param typicalSeconds how long an order usually takes; only for a price by the second
 * @param mostSeconds how long an order takes at most; {@code typicalSeconds} when left out
 */
record PriceKeys(
        @JsonProperty(required = true) String provider,
        @Nullable Kind kind,
        @Nullable BigDecimal upToMegapixels,
        @Nullable PricedOutcome outcome,
        @JsonProperty(required = true) PriceUnit per,
        @JsonProperty(required = true) BigDecimal amount,
        @Nullable BigDecimal listAmount,
        @JsonProperty(required = true) Currency currency,
        @JsonProperty(required = true) LocalDate from,
        @Nullable BigDecimal typicalSeconds,
        @Nullable BigDecimal mostSeconds) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(86_400);

    PriceKeys {
        require(isAmount(amount), "'amount' is from 0 to 1000000");
        require(listAmount == null || isAmount(listAmount), "'list-amount' is from 0 to 1000000");
        require(
                isAboveZero(upToMegapixels, LARGEST),
                "'up-to-megapixels' is above 0 and at most 1000");
        require(
                isAboveZero(typicalSeconds, LONGEST) && isAboveZero(mostSeconds, LONGEST),
                "'typical-seconds' and 'most-seconds' are above 0 and at most 86400");
        require(
                typicalSeconds == null || per == PriceUnit.SECOND,
                "'typical-seconds' is for a price 'per: second'");
        require(
                mostSeconds == null
                        || (typicalSeconds != null && mostSeconds.compareTo(typicalSeconds) >= 0),
                "'most-seconds' goes with 'typical-seconds' and is not less");
        require(
                per != PriceUnit.MONTH
                        || (kind == null && upToMegapixels == null && outcome == null),
                "a price 'per: month' is for everything of a provider; leave out 'kind',"
                        + " 'up-to-megapixels' and 'outcome'");
    }

    private static void require(boolean fulfilled, String rule) {
        if (!fulfilled) {
            throw new IllegalArgumentException(rule);
        }
    }

    private static boolean isAmount(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(HIGHEST) <= 0;
    }

    private static boolean isAboveZero(@Nullable BigDecimal number, BigDecimal most) {
        return number == null || (number.signum() > 0 && number.compareTo(most) <= 0);
    }

    Price price() {
        return new Price(
                provider,
                new PriceScope(kind, upToMegapixels, outcome),
                per,
                amount,
                listAmount,
                currency,
                from,
                typicalSeconds == null
                        ? null
                        : new TypicalTime(
                                typicalSeconds,
                                Objects.requireNonNullElse(mostSeconds, typicalSeconds)));
    }
}
