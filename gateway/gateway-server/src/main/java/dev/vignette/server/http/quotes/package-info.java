/** What a request would cost, for apps that ask before they order. */
@NullMarked
package dev.vignette.server.http.quotes;

import org.jspecify.annotations.NullMarked;
