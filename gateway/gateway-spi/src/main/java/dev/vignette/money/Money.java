package dev.vignette.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount in millionths of a currency's unit.
 *
 * @param micros the amount in millionths; negative only in corrections and in credits of an invoice
 * @param currency the ISO 4217 currency
 */
public record Money(long micros, Currency currency) {
    private static final int SCALE = 6;

    /** Nothing, in that currency. Not to be used for "unknown". */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * That amount, rounded half to even at the sixth decimal.
     *
     * @throws ArithmeticException when it does not fit into 64 bits of millionths
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(
                amount.setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact(),
                currency);
    }

    /**
     * The sum.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("amounts in two currencies have no sum");
        }
        return new Money(Math.addExact(micros, other.micros), currency);
    }

    /** The amount as the API writes it: at least two decimals and no more than needed. */
    public String text() {
        BigDecimal plain = BigDecimal.valueOf(micros, SCALE).stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain)
                .toPlainString();
    }
}
