/** What can be asked for, as the configured providers declare it. */
@NullMarked
package dev.vignette.server.http.kinds;

import org.jspecify.annotations.NullMarked;
