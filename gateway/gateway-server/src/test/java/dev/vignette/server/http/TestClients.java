package dev.vignette.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.engine.request.Client;
import dev.vignette.portrait.ContentHash;
import dev.vignette.server.http.auth.ApiKey;
import dev.vignette.server.http.auth.ClientAccess;
import dev.vignette.server.http.auth.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clients of a gateway that has some; each one's key is its name and {@code -key}. */
final class TestClients {
    static final List<ClientAccess> ALL =
            List.of(
                    client("shop", EnumSet.of(Scope.GENERATIONS), OptionalInt.empty(), null),
                    client("other", EnumSet.of(Scope.GENERATIONS), OptionalInt.empty(), null),
                    client("finance", EnumSet.of(Scope.COSTS_READ), OptionalInt.empty(), null),
                    client("slow", EnumSet.of(Scope.GENERATIONS), OptionalInt.of(2), null),
                    client(
                            "former",
                            EnumSet.allOf(Scope.class),
                            OptionalInt.empty(),
                            TestBeans.START));

    private TestClients() {}

    private static ClientAccess client(
            String name, Set<Scope> scopes, OptionalInt perMinute, @Nullable Instant expires) {
        ContentHash hash = ContentHash.of((name + "-key").getBytes(UTF_8));
        ApiKey key = new ApiKey("k1", hash, Optional.ofNullable(expires));
        return new ClientAccess(new Client(name, Set.of()), List.of(key), scopes, perMinute);
    }
}
