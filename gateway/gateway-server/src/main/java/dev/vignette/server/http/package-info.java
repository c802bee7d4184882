/**
 * The outside of the gateway: HTTP in, HTTP out. Controllers are thin; reading a request, calling
 * the engine and writing the answer each have a room of their own below this one.
 */
@NullMarked
package dev.vignette.server.http;

import org.jspecify.annotations.NullMarked;
