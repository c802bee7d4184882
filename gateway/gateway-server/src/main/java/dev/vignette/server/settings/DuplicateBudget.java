package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What may be spent within a day on orders that perhaps buy a second time.
 *
 * @param amount above zero
 * @param currency the ISO code; prices in another one are never bought twice
 */
public record DuplicateBudget(
        @JsonProperty(required = true) BigDecimal amount,
        @JsonProperty(required = true) Currency currency) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

    public DuplicateBudget {
        if (amount.signum() <= 0 || amount.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("'amount' is above 0 and at most 1000000");
        }
    }

    /** The amount a day. */
    public Money money() {
        return Money.of(amount, currency);
    }
}
