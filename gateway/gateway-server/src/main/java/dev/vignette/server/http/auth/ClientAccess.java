package dev.vignette.server.http.auth;

import dev.vignette.engine.request.Client;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A client of the gateway and what it may do.
 *
 * @param client its name and the providers it may use
 * @param keys its keys
 * @param scopes what they may be used for
 * @param requestsPerMinute how many requests it may send in a minute, at least 1; empty for any
 *     number
 */
public record ClientAccess(
        Client client, List<ApiKey> keys, Set<Scope> scopes, OptionalInt requestsPerMinute) {

    /** Who calls when no client is configured: he may do everything. */
    public static final ClientAccess LOCAL =
            new ClientAccess(
                    new Client("local", Set.of()),
                    List.of(),
                    EnumSet.allOf(Scope.class),
                    OptionalInt.empty());

    public ClientAccess {
        keys = List.copyOf(keys);
        scopes = Set.copyOf(scopes);
    }
}
