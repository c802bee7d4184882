package dev.vignette.store;

import dev.vignette.portrait.ContentHash;

/**
 * A caller's key and what he asked with it.
 *
 * @param key 1 to 255 visible characters, scoped to the client
 * @param content the hash of the normalised request
 */
public record IdempotencyClaim(String key, ContentHash content) {}
