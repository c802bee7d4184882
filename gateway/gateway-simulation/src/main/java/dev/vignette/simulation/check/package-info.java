/**
 * What must hold in every schedule: one small class for each invariant, with its number and its
 * sentence in docs/simulation.md.
 */
@NullMarked
package dev.vignette.simulation.check;

import org.jspecify.annotations.NullMarked;
