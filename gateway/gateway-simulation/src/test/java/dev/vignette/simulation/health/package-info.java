@NullMarked
package dev.vignette.simulation.health;

import org.jspecify.annotations.NullMarked;
