/**
 * From bytes and headers to a {@link dev.vignette.engine.request.GenerationAsk}: strict, with every
 * fault found at once and named by a JSON Pointer. JSON and forms become one shape, and one reader
 * judges that.
 */
@NullMarked
package dev.vignette.server.http.read;

import org.jspecify.annotations.NullMarked;
