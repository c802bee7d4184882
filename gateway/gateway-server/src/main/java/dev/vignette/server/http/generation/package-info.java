/**
 * Asking for pictures and reading what became of it: the routes, the wire records of their answers,
 * and the one translation from a {@link dev.vignette.engine.request.Snapshot} to those.
 */
@NullMarked
package dev.vignette.server.http.generation;

import org.jspecify.annotations.NullMarked;
