/** What becomes of charges afterwards: monthly fees shared out, and prices applied to the past. */
@NullMarked
package dev.vignette.engine.cost;

import org.jspecify.annotations.NullMarked;
