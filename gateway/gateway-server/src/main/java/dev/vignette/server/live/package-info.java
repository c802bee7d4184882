/**
 * The operator's file while the gateway runs: what is in force, what was refused and why, and how
 * one becomes the other.
 */
@NullMarked
package dev.vignette.server.live;

import org.jspecify.annotations.NullMarked;
