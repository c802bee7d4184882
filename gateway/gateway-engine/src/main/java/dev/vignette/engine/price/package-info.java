/** What an attempt cost, by the price list that holds when it ends. */
@NullMarked
package dev.vignette.engine.price;

import org.jspecify.annotations.NullMarked;
