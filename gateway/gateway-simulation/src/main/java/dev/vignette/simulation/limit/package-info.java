/**
 * One gate in a made-up world: an account that is calm, slow, well again and then refuses
 * everything, drawn as a plot. See docs/limits.md.
 */
@NullMarked
package dev.vignette.simulation.limit;

import org.jspecify.annotations.NullMarked;
