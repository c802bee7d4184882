package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.money.Price;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One line of the price list in the file; see {@link Price}. */
record PriceKeys(
        @JsonProperty(required = true) String provider,
        @Nullable Kind kind,
        @JsonProperty(required = true) PriceUnit per,
        @JsonProperty(required = true) BigDecimal amount,
        @JsonProperty(required = true) Currency currency,
        @JsonProperty(required = true) LocalDate from) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

    PriceKeys {
        if (amount.signum() < 0 || amount.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("'amount' is from 0 to 1000000");
        }
    }

    Price price() {
        return new Price(provider, kind, per, amount, currency, from);
    }
}
