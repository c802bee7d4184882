/** The configured providers and the routes to them, for operators: how they stand, pausing them. */
@NullMarked
package dev.vignette.server.http.providers;

import org.jspecify.annotations.NullMarked;
