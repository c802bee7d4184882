/**
 * The contracts of the ports, as tests that every implementation runs, and what such tests start
 * from: valid orders and a clock that is set by hand.
 */
@NullMarked
package dev.vignette.tck;

import org.jspecify.annotations.NullMarked;
