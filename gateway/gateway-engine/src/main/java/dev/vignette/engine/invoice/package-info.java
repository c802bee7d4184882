/** Comparing the ledger with what providers charge, and closing months. */
@NullMarked
package dev.vignette.engine.invoice;

import org.jspecify.annotations.NullMarked;
