/**
 * The guarded client: a destination is taken apart, a gate admits its addresses, and the client
 * dials one of those and nothing else.
 */
@NullMarked
package dev.vignette.fetch.guard;

import org.jspecify.annotations.NullMarked;
