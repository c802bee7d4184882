/** What apps ask, and what they are answered. */
@NullMarked
package dev.vignette.engine.request;

import org.jspecify.annotations.NullMarked;
