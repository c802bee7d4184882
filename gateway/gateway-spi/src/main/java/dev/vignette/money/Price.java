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
 * @param scope what it is for
 * @param per what is counted; a price per month is for everything of a provider
 * @param amount what one unit costs us, zero or more, exact
 * @param listAmount what one unit costs everybody, where a contract says otherwise; else {@code
 *     null}
 * @param currency the ISO 4217 currency of both
 * @param from the first day it holds, from midnight UTC
 * @param time how long an order takes, for a price by the second; {@code null} when nobody said
 */
public record Price(
        String provider,
        PriceScope scope,
        PriceUnit per,
        BigDecimal amount,
        @Nullable BigDecimal listAmount,
        Currency currency,
        LocalDate from,
        @Nullable TypicalTime time) {

    public Price {
        if (amount.signum() < 0 || (listAmount != null && listAmount.signum() < 0)) {
            throw new IllegalArgumentException("a price is zero or more");
        }
        if (per == PriceUnit.MONTH && !scope.equals(PriceScope.ANY)) {
            throw new IllegalArgumentException("a price per month is for everything of a provider");
        }
    }

    /** A line for a kind, or for every kind when it is {@code null}, and nothing more. */
    public Price(
            String provider,
            @Nullable Kind kind,
            PriceUnit per,
            BigDecimal amount,
            Currency currency,
            LocalDate from) {
        this(provider, PriceScope.of(kind), per, amount, null, currency, from, null);
    }

    /** The kind it is for; {@code null} for every kind without a line of its own. */
    public @Nullable Kind kind() {
        return scope.kind();
    }

    /**
     * A text that names this very price, kept with each charge it makes: everything that a charge
     * depends on, and nothing else.
     */
    public String version() {
        return String.join(
                        "/",
                        provider,
                        scope.text(),
                        per.wireName(),
                        plain(amount) + currency.getCurrencyCode(),
                        from.toString())
                + (listAmount == null ? "" : "/list=" + plain(listAmount));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
