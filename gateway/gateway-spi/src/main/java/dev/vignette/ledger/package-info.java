/** The cost ledger's lines: what was done, what it cost, and what was corrected afterwards. */
@NullMarked
package dev.vignette.ledger;

import org.jspecify.annotations.NullMarked;
