package dev.vignette.money;

import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One line of the operator's price list.
 *
 * @param provider the configured provider's name
 * @param kind the kind it is for; {@code null} for every kind without a line of its own
 * @param per what is counted
 * @param amount the price of one unit, zero or more, exact
 * @param currency the ISO 4217 currency
 * @param from the first day it holds, from midnight UTC
 */
public record Price(
        String provider,
        @Nullable Kind kind,
        PriceUnit per,
        BigDecimal amount,
        Currency currency,
        LocalDate from) {

    public Price {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a price is zero or more");
        }
    }

    /** A text that names this very price, kept with each charge it makes. */
    public String version() {
        return String.join(
                "/",
                provider,
                kind == null ? "*" : kind.wireName(),
                per.wireName(),
                amount.stripTrailingZeros().toPlainString() + currency.getCurrencyCode(),
                from.toString());
    }
}
