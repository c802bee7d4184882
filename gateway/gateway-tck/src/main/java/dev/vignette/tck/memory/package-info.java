/**
 * The stores of rows in memory: faithful to their ports, except that nothing outlives the process.
 * They serve tests of what stands on the stores.
 */
@NullMarked
package dev.vignette.tck.memory;

import org.jspecify.annotations.NullMarked;
