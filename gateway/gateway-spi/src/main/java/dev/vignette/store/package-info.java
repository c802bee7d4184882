/** The ports to everything that outlives the process: rows, objects and wake-up times. */
@NullMarked
package dev.vignette.store;

import org.jspecify.annotations.NullMarked;
