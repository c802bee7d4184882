/** One class for each measurement. */
@NullMarked
package dev.vignette.benchmark.measure;

import org.jspecify.annotations.NullMarked;
