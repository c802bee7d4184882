/**
 * The way of one request, in plain Java. {@link dev.vignette.engine.Generations} is the front: it
 * takes what an app asks and answers with what became of it.
 */
@NullMarked
package dev.vignette.engine;

import org.jspecify.annotations.NullMarked;
