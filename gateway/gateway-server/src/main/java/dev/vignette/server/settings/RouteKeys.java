package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.engine.surroundings.RouteEntry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a route in the file.
 *
 * @param provider the provider's name
 * @param weight its share, 0 or more; absent for a fallback
 * @param role what it is, when it has no share
 */
record RouteKeys(
        @JsonProperty(required = true) String provider,
        @Nullable Integer weight,
        @Nullable Role role) {

    /** What a provider without a share is. */
    enum Role {
        /** It serves after all that have a share, in the order of the file. */
        FALLBACK
    }

    RouteKeys {
        if ((weight == null) == (role == null)) {
            throw new IllegalArgumentException(
                    "an entry of a route takes either 'weight' or 'role: fallback'");
        }
        if (weight != null && weight < 0) {
            throw new IllegalArgumentException("'weight' is 0 or more");
        }
    }

    RouteEntry entry() {
        return new RouteEntry(
                provider, Objects.requireNonNullElse(weight, 0), role == Role.FALLBACK);
    }
}
