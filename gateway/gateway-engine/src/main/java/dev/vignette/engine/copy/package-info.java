/**
 * Brings bought pictures into our store before the providers' links die: {@link
 * dev.vignette.engine.copy.Copier} downloads into the {@link dev.vignette.engine.copy.Spool}, from
 * which nothing is lost any more, and stores from there.
 */
@NullMarked
package dev.vignette.engine.copy;

import org.jspecify.annotations.NullMarked;
