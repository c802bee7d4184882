/**
 * Bugs planted on purpose, each by replacing one part around the engine: a checker that does not
 * find them is of no use.
 */
@NullMarked
package dev.vignette.simulation.sabotage;

import org.jspecify.annotations.NullMarked;
