/**
 * The border to the vendors: what an adapter declares, what it is ordered, and the outcomes it may
 * report. One adapter per vendor implements {@link dev.vignette.provider.ImageProvider}; vendor
 * words stay behind it.
 */
@NullMarked
package dev.vignette.provider;

import org.jspecify.annotations.NullMarked;
