package dev.vignette.storage.rows;

import dev.vignette.money.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** An amount in a row: millionths in one column, the currency in another, both or none. */
final class Amounts {
    private Amounts() {}

    static @Nullable Long micros(@Nullable Money money) {
        return money == null ? null : money.micros();
    }

    static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency().getCurrencyCode();
    }

    static @Nullable Money of(Row row, String micros, String currency) {
        Long amount = row.numberOrNull(micros);
        return amount == null ? null : new Money(amount, Currency.getInstance(row.text(currency)));
    }
}
