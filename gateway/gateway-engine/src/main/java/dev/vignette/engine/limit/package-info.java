/**
 * The gates in front of the accounts: who may place the next order, and when. Whoever waits here
 * has an attempt that is written down and not sent, which costs nothing.
 */
@NullMarked
package dev.vignette.engine.limit;

import org.jspecify.annotations.NullMarked;
