/** Comparing the ledger with providers' invoices, for finance. */
@NullMarked
package dev.vignette.server.http.reconciliations;

import org.jspecify.annotations.NullMarked;
