/** The operator's accounts at vendors: which are usable, and the lines to them. */
@NullMarked
package dev.vignette.server.accounts;

import org.jspecify.annotations.NullMarked;
