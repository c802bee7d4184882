/**
 * What becomes of a request: the app's {@link dev.vignette.generation.Generation}, the {@link
 * dev.vignette.generation.Production} that makes its pictures and may serve several generations,
 * the {@link dev.vignette.generation.Attempt}s to buy them and the {@link
 * dev.vignette.generation.Picture}s that came.
 */
@NullMarked
package dev.vignette.generation;

import org.jspecify.annotations.NullMarked;
