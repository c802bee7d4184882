package dev.vignette.server.http.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.portrait.ContentHash;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured clients, found by their keys. Immutable: other clients are another instance. */
public final class Clients {
    private final Map<ContentHash, Entry> byHash = new HashMap<>();

    private record Entry(ApiKey key, ClientAccess client) {}

    /** Empty means that whoever reaches the gateway is {@link ClientAccess#LOCAL}. */
    public Clients(List<ClientAccess> clients) {
        for (ClientAccess client : clients) {
            client.keys().forEach(key -> byHash.put(key.hash(), new Entry(key, client)));
        }
    }

    /** Whether no key is asked for. */
    public boolean open() {
        return byHash.isEmpty();
    }

    /** The client of that key, or empty when it is unknown or has expired. */
    public Optional<ClientAccess> find(String key, Instant now) {
        ContentHash hash = ContentHash.of(key.getBytes(UTF_8));
        return Optional.ofNullable(byHash.get(hash))
                .filter(entry -> same(entry.key().hash(), hash))
                .filter(entry -> entry.key().expires().map(now::isBefore).orElse(true))
                .map(Entry::client);
    }

    private static boolean same(ContentHash known, ContentHash offered) {
        return MessageDigest.isEqual(known.bytes(), offered.bytes());
    }
}
