/** The world around the engine: who asks, what is kept, and the whole of one schedule. */
@NullMarked
package dev.vignette.simulation.world;

import org.jspecify.annotations.NullMarked;
