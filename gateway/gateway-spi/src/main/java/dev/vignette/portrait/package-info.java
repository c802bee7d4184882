/**
 * What an app asks for: a person's reference photo, a kind of picture and the members that describe
 * it. Pure values; nothing here knows a provider, a database or HTTP.
 */
@NullMarked
package dev.vignette.portrait;

import org.jspecify.annotations.NullMarked;
