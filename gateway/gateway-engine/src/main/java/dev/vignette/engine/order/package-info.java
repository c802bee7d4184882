/** What an order says: its style, its time, its photo, and where the provider may call back. */
@NullMarked
package dev.vignette.engine.order;

import org.jspecify.annotations.NullMarked;
