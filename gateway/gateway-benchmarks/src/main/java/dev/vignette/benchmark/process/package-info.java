/** The processes a measurement needs, and how to talk to them. */
@NullMarked
package dev.vignette.benchmark.process;

import org.jspecify.annotations.NullMarked;
