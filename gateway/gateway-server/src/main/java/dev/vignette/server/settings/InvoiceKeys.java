package dev.vignette.server.settings;

import dev.vignette.server.invoice.InvoiceColumns;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a provider's invoice are called. Absent ones have their usual names.
 *
 * @param id the column with the job's id at the provider
 * @param amount the column with the amount
 * @param currency the column with its currency
 * @param time the column with the time
 * @param seconds the column with the computing time
 * @param defaultCurrency what amounts are in where no column says, an ISO 4217 code
 */
public record InvoiceKeys(
        @Nullable String id,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String time,
        @Nullable String seconds,
        @Nullable Currency defaultCurrency) {

    /** The columns. */
    public InvoiceColumns columns() {
        return new InvoiceColumns(id, amount, currency, time, seconds, defaultCurrency);
    }
}
