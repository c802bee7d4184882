/** The port to the guarded client: downloads from addresses that somebody else chose. */
@NullMarked
package dev.vignette.fetch;

import org.jspecify.annotations.NullMarked;
