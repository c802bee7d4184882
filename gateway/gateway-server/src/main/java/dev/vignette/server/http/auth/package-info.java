/** Who calls and what he may do: keys, scopes, and how many requests a minute. */
@NullMarked
package dev.vignette.server.http.auth;

import org.jspecify.annotations.NullMarked;
