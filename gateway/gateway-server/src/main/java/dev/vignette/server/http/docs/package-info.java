/**
 * The API's description, generated from the code, and a page to browse it that needs no network.
 */
@NullMarked
package dev.vignette.server.http.docs;

import org.jspecify.annotations.NullMarked;
