/**
 * What the same work would have cost elsewhere: every charge of a period at each provider that
 * could have done it, under the prices of any day.
 */
@NullMarked
package dev.vignette.engine.compare;

import org.jspecify.annotations.NullMarked;
