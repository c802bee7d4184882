package dev.vignette.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one currency was worth in another on a day and after.
 *
 * @param from the currency that is changed
 * @param to the currency it is changed into
 * @param rate how much of {@code to} one unit of {@code from} is worth; more than zero
 * @param on the first day it holds, from midnight UTC
 */
public record ExchangeRate(Currency from, Currency to, BigDecimal rate, LocalDate on) {

    public ExchangeRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("a rate is more than zero");
        }
    }
}
