/**
 * Errors as apps see them (RFC 9457): one closed list of codes, each with a status, a title and a
 * page that explains it. Whatever goes wrong anywhere in HTTP leaves through here.
 */
@NullMarked
package dev.vignette.server.http.problem;

import org.jspecify.annotations.NullMarked;
