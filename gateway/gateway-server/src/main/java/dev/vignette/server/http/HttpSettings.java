package dev.vignette.server.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * What the operator decided about the outside.
 *
 * @param callbackUrl how providers reach this gateway, without a trailing slash; empty when they
 *     cannot
 * @param linkLife how long a signed image link works when it is fresh, at least 2 seconds
 * @param longestWait the most an answer is held back for {@code Prefer: wait}
 * @param linkKey signs links; the same after a restart and in every gateway that shares the work
 */
public record HttpSettings(
        Optional<URI> callbackUrl, Duration linkLife, Duration longestWait, SecretKey linkKey) {

    /** The longest wait when the operator names none. */
    public static final Duration DEFAULT_LONGEST_WAIT = Duration.ofSeconds(55);

    /** Shows no key. */
    @Override
    public String toString() {
        return "HttpSettings[callbackUrl=%s, linkLife=%s, longestWait=%s]"
                .formatted(callbackUrl, linkLife, longestWait);
    }
}
