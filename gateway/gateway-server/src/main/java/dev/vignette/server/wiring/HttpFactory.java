package dev.vignette.server.wiring;

import dev.vignette.engine.request.Client;
import dev.vignette.portrait.ContentHash;
import dev.vignette.server.http.HttpSettings;
import dev.vignette.server.http.auth.ApiKey;
import dev.vignette.server.http.auth.ClientAccess;
import dev.vignette.server.http.auth.ClientSource;
import dev.vignette.server.http.auth.Clients;
import dev.vignette.server.settings.ClientSettings;
import dev.vignette.server.settings.KeySettings;
import dev.vignette.server.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells the outside what the operator decided about it. */
@Factory
final class HttpFactory {

    @Singleton
    HttpSettings httpSettings(Settings settings, LinkKey links) {
        return new HttpSettings(
                settings.environment().callbackUrl(),
                settings.file().links().life(),
                settings.file().waitCap(),
                links.secret());
    }

    @Singleton
    ClientSource clients(Settings settings) {
        Clients clients =
                new Clients(settings.file().clients().stream().map(HttpFactory::access).toList());
        return () -> clients;
    }

    private static ClientAccess access(ClientSettings client) {
        Integer perMinute = client.requestsPerMinute();
        return new ClientAccess(
                new Client(client.name(), client.providers()),
                client.keys().stream().map(HttpFactory::key).toList(),
                client.scopes(),
                perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute));
    }

    private static ApiKey key(KeySettings key) {
        return new ApiKey(
                key.id(),
                new ContentHash(key.sha256()),
                Optional.ofNullable(key.expires()).map(HttpFactory::after));
    }

    /** The last day it works is over at the next midnight, UTC. */
    private static Instant after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
