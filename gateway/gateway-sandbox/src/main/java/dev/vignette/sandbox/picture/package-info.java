/**
 * Draws the sandbox's pictures: the reference photo on the requested background, numbered and
 * watermarked. Needs no fonts, which a server may not have: letters are drawn as lines.
 */
@NullMarked
package dev.vignette.sandbox.picture;

import org.jspecify.annotations.NullMarked;
