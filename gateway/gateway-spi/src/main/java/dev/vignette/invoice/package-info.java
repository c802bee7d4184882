/** Providers' invoices, and how the ledger compares with them. */
@NullMarked
package dev.vignette.invoice;

import org.jspecify.annotations.NullMarked;
