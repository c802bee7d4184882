/**
 * Watches many jobs with few calls: where more are in flight than could be looked at one by one
 * within what an account may call, the provider's list is read page by page, round and round.
 */
@NullMarked
package dev.vignette.engine.watch;

import org.jspecify.annotations.NullMarked;
