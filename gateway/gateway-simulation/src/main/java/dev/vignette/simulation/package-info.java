/**
 * Deterministic simulation: the shipped engine in a world that is drawn from a seed, with
 * everything going wrong in it that can. {@link dev.vignette.simulation.Simulation} is the way in.
 */
@NullMarked
package dev.vignette.simulation;

import org.jspecify.annotations.NullMarked;
