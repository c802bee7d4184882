/** Calls of providers: each attempt has an address of its own, and the signature in it admits. */
@NullMarked
package dev.vignette.server.http.webhooks;

import org.jspecify.annotations.NullMarked;
