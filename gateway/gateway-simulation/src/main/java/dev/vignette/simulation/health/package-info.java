/** The shipped breaker in front of a made-up provider, drawn for the documentation. */
@NullMarked
package dev.vignette.simulation.health;

import org.jspecify.annotations.NullMarked;
