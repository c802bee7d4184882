/**
 * Addresses that work without a key: our own pictures for browsers, reference photos for providers.
 * The signature in the address is the permission.
 */
@NullMarked
package dev.vignette.server.http.links;

import org.jspecify.annotations.NullMarked;
