/** The least a server of the same make does with the same request. */
@NullMarked
package dev.vignette.benchmark.baseline;

import org.jspecify.annotations.NullMarked;
