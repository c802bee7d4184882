/**
 * The program: its command line, its start and its end. {@link dev.vignette.server.Main} is where it
 * begins.
 */
@NullMarked
package dev.vignette.server;

import org.jspecify.annotations.NullMarked;
