/**
 * Traces for OpenTelemetry, off unless its standard variables ask for them. Nothing outside this
 * room knows OpenTelemetry; docs/operations.md says what spans there are.
 */
@NullMarked
package dev.vignette.server.tracing;

import org.jspecify.annotations.NullMarked;
