/**
 * The sandbox: doubles of all vendors on loopback, the real adapters pointed at them, and a
 * demonstration through the gateway's own API.
 */
@NullMarked
package dev.vignette.server.sandbox;

import org.jspecify.annotations.NullMarked;
