/** What the same work would have cost at other providers, for finance, as JSON and as a table. */
@NullMarked
package dev.vignette.server.http.comparison;

import org.jspecify.annotations.NullMarked;
