/** Draws stories in simulated time for the documentation. */
@NullMarked
package dev.vignette.simulation.plot;

import org.jspecify.annotations.NullMarked;
