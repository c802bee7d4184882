package dev.vignette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.portrait.ContentHash;
import java.security.SecureRandom;
import java.util.Base64;

/** A key made for a client: it is shown once, only its hash goes into the file. */
final class NewKey {
    private static final int BYTES = 32;
    private static final String PREFIX = "vgn_";

    private NewKey() {}

    /** The key, and the lines for the file, for that client. */
    static String describe(String client) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
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
                .formatted(client, key, client, ContentHash.of(key.getBytes(UTF_8)).hex());
    }
}
