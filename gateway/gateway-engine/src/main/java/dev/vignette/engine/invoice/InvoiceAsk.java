package dev.vignette.engine.invoice;

import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.portrait.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * What is to be compared, and what then.
 *
 * @param provider the configured provider
 * @param period the time the invoice is for
 * @param file the hash of the invoice's file; {@code null} for a list that the provider keeps
 * @param client who asks
 * @param dryRun whether nothing is written into the ledger
 * @param close whether the month is closed afterwards; only for a month, and not in a dry run
 */
public record InvoiceAsk(
        String provider,
        InvoicePeriod period,
        @Nullable ContentHash file,
        String client,
        boolean dryRun,
        boolean close) {

    public InvoiceAsk {
        if (close && (dryRun || period.wholeMonth().isEmpty())) {
            throw new IllegalArgumentException("only a month is closed, and not in a dry run");
        }
    }
}
