/** The configuration, for operators: what is in force, what was refused and why, going back. */
@NullMarked
package dev.vignette.server.http.config;

import org.jspecify.annotations.NullMarked;
