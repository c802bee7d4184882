/**
 * Who may serve a request and who does: fit decides the first, weights and fallbacks the second.
 */
@NullMarked
package dev.vignette.engine.route;

import org.jspecify.annotations.NullMarked;
