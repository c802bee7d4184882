@NullMarked
package dev.vignette.simulation;

import org.jspecify.annotations.NullMarked;
