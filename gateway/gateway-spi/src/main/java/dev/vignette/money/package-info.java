/** Exact amounts, prices and charges. An unknown price is a state of its own and never zero. */
@NullMarked
package dev.vignette.money;

import org.jspecify.annotations.NullMarked;
