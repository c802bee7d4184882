package dev.vignette.server.live;

import dev.vignette.engine.request.Client;
import dev.vignette.portrait.ContentHash;
import dev.vignette.server.http.auth.ApiKey;
import dev.vignette.server.http.auth.ClientAccess;
import dev.vignette.server.http.auth.Clients;
import dev.vignette.server.settings.ClientSettings;
import dev.vignette.server.settings.KeySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the clients of the file those of the door. */
final class KnownClients {
    private KnownClients() {}

    static Clients of(List<ClientSettings> clients) {
        return new Clients(clients.stream().map(KnownClients::access).toList());
    }

    private static ClientAccess access(ClientSettings client) {
        Integer perMinute = client.requestsPerMinute();
        return new ClientAccess(
                new Client(client.name(), client.providers()),
                client.keys().stream().map(KnownClients::key).toList(),
                client.scopes(),
                perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute));
    }

    private static ApiKey key(KeySettings key) {
        return new ApiKey(
                key.id(),
                new ContentHash(key.sha256()),
                Optional.ofNullable(key.expires()).map(KnownClients::after));
    }

    /** The last day it works is over at the next midnight, UTC. */
    private static Instant after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
