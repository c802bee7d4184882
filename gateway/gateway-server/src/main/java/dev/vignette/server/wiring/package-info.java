/**
 * Puts the house together: what is opened from which settings. Each factory is one part of it, and
 * nothing outside this package knows how a part is made.
 */
@NullMarked
package dev.vignette.server.wiring;

import org.jspecify.annotations.NullMarked;
