package dev.vignette.server.http.reconciliations;

import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.server.invoice.InvoiceColumns;

/**
 * What is to be compared, and how.
 *
 * @param provider the configured provider
 * @param period the time the invoice is for
 * @param columns what its columns are called
 * @param credits whether amounts may be below zero
 * @param dryRun whether nothing is written
 * @param close whether the month is closed afterwards
 */
record ReconciliationRequest(
        String provider,
        InvoicePeriod period,
        InvoiceColumns columns,
        boolean credits,
        boolean dryRun,
        boolean close) {}
