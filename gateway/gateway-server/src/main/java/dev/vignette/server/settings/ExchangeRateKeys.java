package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.money.ExchangeRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** One exchange rate in the file; see {@link ExchangeRate}. */
record ExchangeRateKeys(
        @JsonProperty(required = true) Currency from,
        @JsonProperty(required = true) Currency to,
        @JsonProperty(required = true) BigDecimal rate,
        @JsonProperty(required = true) LocalDate on) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000_000);

    ExchangeRateKeys {
        if (rate.signum() <= 0 || rate.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("'rate' is above 0 and at most 1000000000");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("'from' and 'to' are two currencies");
        }
    }

    ExchangeRate exchangeRate() {
        return new ExchangeRate(from, to, rate, on);
    }
}
