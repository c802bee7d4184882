package dev.vignette.server.http.auth;

import dev.vignette.portrait.ContentHash;
import java.time.Instant;
import java.util.Optional;

/**
 * One key of a client. The key itself is known to the client alone.
 *
 * @param id its name, to tell keys apart
 * @param hash the SHA-256 of the key
 * @param expires the first moment it no longer works; empty when it does not expire
 */
public record ApiKey(String id, ContentHash hash, Optional<Instant> expires) {}
