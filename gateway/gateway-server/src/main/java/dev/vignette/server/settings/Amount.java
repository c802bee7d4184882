package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money in the file.
 *
 * @param amount above zero
 * @param currency the ISO code; prices in another one never fit into it
 */
public record Amount(
        @JsonProperty(required = true) BigDecimal amount,
        @JsonProperty(required = true) Currency currency) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

    public Amount {
        if (amount.signum() <= 0 || amount.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("'amount' is above 0 and at most 1000000");
        }
    }

    /** The amount. */
    public Money money() {
        return Money.of(amount, currency);
    }
}
