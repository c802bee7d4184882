@NullMarked
package dev.vignette.simulation.time;

import org.jspecify.annotations.NullMarked;
