/** Attempts across all clients, for operators: what is in doubt, what speaks for it, deciding. */
@NullMarked
package dev.vignette.server.http.attempts;

import org.jspecify.annotations.NullMarked;
