/** Vendors as processes of their own: the doubles, and one whose pictures cost it nothing. */
@NullMarked
package dev.vignette.benchmark.vendor;

import org.jspecify.annotations.NullMarked;
