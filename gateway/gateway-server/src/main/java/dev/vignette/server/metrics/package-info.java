/**
 * Figures for operators, as docs/metrics.md describes them. Their labels are words of the
 * configuration and of the API, never ids, prompts or addresses.
 */
@NullMarked
package dev.vignette.server.metrics;

import org.jspecify.annotations.NullMarked;
