package dev.vignette.invoice;

import dev.vignette.portrait.ContentHash;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger compared with an invoice.
 *
 * @param id its name, {@code rec_} and a sortable id
 * @param provider the configured provider
 * @param period the time it is for
 * @param file the hash of the invoice's file; {@code null} for a list that the provider keeps
 * @param at when it was made
 * @param client who made it
 * @param dryRun whether nothing was to be written by it
 * @param sums what was found, by finding and currency; empty until everything is compared
 * @param written how many lines of the ledger were written by it
 * @param closed whether it closed the month
 */
public record InvoiceCheck(
        String id,
        String provider,
        InvoicePeriod period,
        @Nullable ContentHash file,
        Instant at,
        String client,
        boolean dryRun,
        List<Sum> sums,
        long written,
        boolean closed) {

    public InvoiceCheck {
        sums = List.copyOf(sums);
    }

    /** One that is only begun. */
    public static InvoiceCheck begun(
            String id,
            String provider,
            InvoicePeriod period,
            @Nullable ContentHash file,
            Instant at,
            String client,
            boolean dryRun) {
        return new InvoiceCheck(
                id, provider, period, file, at, client, dryRun, List.of(), 0, false);
    }

    /** How many lines came to that. */
    public long count(Finding finding) {
        return sums.stream().filter(sum -> sum.finding() == finding).mapToLong(Sum::lines).sum();
    }

    /**
     * All lines of one finding and currency added up.
     *
     * @param finding what they came to
     * @param currency what they are in; {@code null} when no amount is known
     * @param lines how many
     * @param invoice what the invoice says, in millionths
     * @param ledger what the ledger says, in millionths
     */
    public record Sum(
            Finding finding, @Nullable Currency currency, long lines, long invoice, long ledger) {}
}
