@NullMarked
package dev.vignette.simulation.limit;

import org.jspecify.annotations.NullMarked;
