package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.engine.surroundings.RouteEntry;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a route in the file.
 *
 * @param provider the provider's name
 * @param weight its part of all weights, 0 or more; absent unless it has a share
 * @param role what it is, when it has no share
 * @param share a canary's percentage of all requests, 0 to 100
 * @param clients the clients a canary always serves
 */
record RouteKeys(
        @JsonProperty(required = true) String provider,
        @Nullable Integer weight,
        @Nullable Role role,
        @Nullable Integer share,
        @Nullable Set<String> clients) {
    private static final int ALL = 100;

    /** What a provider without a share is. */
    enum Role {
        /** It serves after all that have a share, in the order of the file. */
        FALLBACK,
        /** It is tried out with a part of the requests, or with some clients. */
        CANARY
    }

    RouteKeys {
        if ((weight == null) == (role == null)) {
            throw new IllegalArgumentException(
                    "an entry of a route takes either 'weight', or 'role' with fallback or canary");
        }
        if (weight != null && weight < 0) {
            throw new IllegalArgumentException("'weight' is 0 or more");
        }
        if (share != null && (share < 0 || share > ALL)) {
            throw new IllegalArgumentException("'share' is a percentage from 0 to 100");
        }
        boolean tried = share != null || (clients != null && !clients.isEmpty());
        if (role == Role.CANARY && !tried) {
            throw new IllegalArgumentException("a canary takes a 'share', 'clients' or both");
        }
        if (role != Role.CANARY && (share != null || clients != null)) {
            throw new IllegalArgumentException("'share' and 'clients' go with 'role: canary' only");
        }
    }

    RouteEntry entry() {
        if (role == null) {
            return RouteEntry.share(provider, Objects.requireNonNullElse(weight, 0));
        }
        return switch (role) {
            case FALLBACK -> RouteEntry.fallback(provider);
            case CANARY ->
                    RouteEntry.canary(
                            provider,
                            Objects.requireNonNullElse(share, 0),
                            Objects.requireNonNullElse(clients, Set.of()));
        };
    }
}
