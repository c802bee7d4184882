package dev.vignette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.portrait.ContentHash;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.settings.ClientSettings;
import dev.vignette.server.settings.KeySettings;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * A key made for a client: it is shown once, only its hash is kept.
 *
 * @param client the client's name
 * @param text the key
 */
record NewKey(String client, String text) {
    private static final int BYTES = 32;
    private static final String PREFIX = "vgn_";

    /** A key that nobody can guess. */
    static NewKey of(String client) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new NewKey(
                client, PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The key, and the lines for the file. */
    String description() {
        return """
        The key of %s, shown this once:

          %s

        Put these lines into vignette.yml:

        vignette:
          clients:
            - name: %s
              keys: [{id: k1, sha256: %s}]
              scopes: [generations]
        """
                .formatted(client, text, client, hash());
    }

    /** A client with this key that may do everything. */
    ClientSettings settings() {
        return new ClientSettings(
                client,
                List.of(new KeySettings("k1", hash(), null)),
                Set.of(Scope.values()),
                Set.of(),
                List.of(),
                null);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "NewKey[" + client + "]";
    }

    private String hash() {
        return ContentHash.of(text.getBytes(UTF_8)).hex();
    }
}
