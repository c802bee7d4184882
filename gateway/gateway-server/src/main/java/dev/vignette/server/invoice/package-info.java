/** Reads the files that providers send as invoices. */
@NullMarked
package dev.vignette.server.invoice;

import org.jspecify.annotations.NullMarked;
