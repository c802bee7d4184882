/** What goes wrong in a simulated world: which faults, how often, and until when. */
@NullMarked
package dev.vignette.simulation.fault;

import org.jspecify.annotations.NullMarked;
