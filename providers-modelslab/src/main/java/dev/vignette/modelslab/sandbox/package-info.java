/**
 * ModelsLab's double for the sandbox, for tests and for benchmarks: the enterprise and the v6 API
 * of {@code flux_headshot} as documented, with the faults that public clients have met. Knows
 * nothing of the adapter beside it.
 */
@NullMarked
package dev.vignette.modelslab.sandbox;

import org.jspecify.annotations.NullMarked;
