package dev.vignette.server.invoice;

import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a provider's invoice are called. A column that is {@code null} has its usual
 * name, and need not be there; one that is named has to.
 *
 * @param id the job's id at the provider
 * @param amount what it takes
 * @param currency what that is in
 * @param time when
 * @param seconds computing time
 * @param usual what amounts are in where no column says; {@code null} when one has to
 */
public record InvoiceColumns(
        @Nullable String id,
        @Nullable String amount,
        @Nullable String currency,
        @Nullable String time,
        @Nullable String seconds,
        @Nullable Currency usual) {

    /** All have their usual names. */
    public static final InvoiceColumns USUAL =
            new InvoiceColumns(null, null, null, null, null, null);

    /** The same, with those of the other where it names one. */
    public InvoiceColumns overriddenBy(InvoiceColumns other) {
        return new InvoiceColumns(
                first(other.id, id),
                first(other.amount, amount),
                first(other.currency, currency),
                first(other.time, time),
                first(other.seconds, seconds),
                Optional.ofNullable(other.usual).orElse(usual));
    }

    private static @Nullable String first(@Nullable String name, @Nullable String otherwise) {
        return name == null ? otherwise : name;
    }
}
