package dev.vignette.engine.surroundings;

import java.util.Locale;
import java.util.Set;

/**
 * One provider's place in the route of a kind.
 *
 * @param provider its configured name
 * @param role how it comes to serve
 * @param weight for a share, its part of all shares, 0 or more, 0 meaning never; for a canary, its
 *     percentage of all requests, 0 to 100; for a fallback 0
 * @param clients for a canary, the clients it serves whatever its percentage
 */
public record RouteEntry(String provider, Role role, int weight, Set<String> clients) {

    /** How a provider comes to serve. */
    public enum Role {
        /** By its part of all shares. */
        SHARE,
        /** After all that have a share, in the order of the file. */
        FALLBACK,
        /** Before all others, for a small part of the requests or for some clients. */
        CANARY;

        /** The name on the wire, for example {@code canary}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public RouteEntry {
        clients = Set.copyOf(clients);
    }

    /** One with a part of all shares. */
    public static RouteEntry share(String provider, int weight) {
        return new RouteEntry(provider, Role.SHARE, weight, Set.of());
    }

    /** One that serves after all that have a share. */
    public static RouteEntry fallback(String provider) {
        return new RouteEntry(provider, Role.FALLBACK, 0, Set.of());
    }

    /** One that is tried out. */
    public static RouteEntry canary(String provider, int percent, Set<String> clients) {
        return new RouteEntry(provider, Role.CANARY, percent, clients);
    }

    /** Whether the file lets it serve at all. */
    public boolean open() {
        return role == Role.FALLBACK || weight > 0 || !clients.isEmpty();
    }
}
