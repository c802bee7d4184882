/** What comes in: the photo is fetched, checked by its bytes, cleaned and measured. */
@NullMarked
package dev.vignette.engine.intake;

import org.jspecify.annotations.NullMarked;
