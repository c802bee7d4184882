/**
 * Time and threads of a simulated world: one platform thread runs everything, the seed decides what
 * runs next, and when nothing can run, time jumps.
 */
@NullMarked
package dev.vignette.simulation.time;

import org.jspecify.annotations.NullMarked;
