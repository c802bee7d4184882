/** What a request would cost, take and lose at each provider, before anything is bought. */
@NullMarked
package dev.vignette.engine.quote;

import org.jspecify.annotations.NullMarked;
