package dev.vignette.replicate.sandbox;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/** The secret the account's webhooks are signed with; a new one at each start. */
final class SigningSecret {
    private static final int BYTES = 24;

    private volatile String secret = drawn();

    /** {@code GET /webhooks/default/secret}. */
    Reply show() {
        return Reply.json(200, Json.object().put("key", secret));
    }

    /** The control call that replaces it. */
    Reply replace() {
        secret = drawn();
        return show();
    }

    /** The value of {@code webhook-signature}. */
    String sign(String id, Instant at, String body) {
        return sign(secret, id, at, body);
    }

    /** One that fits no secret of the account. */
    String forge(String id, Instant at, String body) {
        return sign(drawn(), id, at, body);
    }

    private static String sign(String secret, String id, Instant at, String body) {
        try {
            return new Webhook(secret).sign(id, at.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("a secret that was drawn can sign", e);
        }
    }

    private static String drawn() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
