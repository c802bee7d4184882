package dev.vignette.money;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The operator's exchange rates. No rate is made up: neither by turning one round nor over a third
 * currency.
 *
 * @param rates all of them, in any order
 */
public record ExchangeRates(List<ExchangeRate> rates) {

    /** Nothing can be changed. */
    public static final ExchangeRates NONE = new ExchangeRates(List.of());

    public ExchangeRates {
        rates = List.copyOf(rates);
    }

    /** The latest rate that has begun by that day; 1 within one currency; empty when unknown. */
    public Optional<BigDecimal> find(Currency from, Currency to, LocalDate day) {
        if (from.equals(to)) {
            return Optional.of(BigDecimal.ONE);
        }
        return rates.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .filter(rate -> !rate.on().isAfter(day))
                .max(comparing(ExchangeRate::on))
                .map(ExchangeRate::rate);
    }
}
