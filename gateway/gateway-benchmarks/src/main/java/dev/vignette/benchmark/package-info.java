/** Measures the packaged program from outside, as processes of their own. */
@NullMarked
package dev.vignette.benchmark;

import org.jspecify.annotations.NullMarked;
