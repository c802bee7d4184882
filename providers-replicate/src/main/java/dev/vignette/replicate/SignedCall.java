package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.vignette.provider.WebhookCall;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call signed by the scheme of Standard Webhooks. The library makes the signatures; its own check
 * reads the system's clock and cannot be told another, so time and equality are compared here.
 *
 * @param id the same when the call is repeated
 * @param signedAt when it was signed, on the sender's clock
 * @param payload the body
 * @param signatures all of them: there are several while a secret is replaced
 */
record SignedCall(String id, Instant signedAt, String payload, List<String> signatures) {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,256}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final String VERSION = "v1,";

    /** Empty when a header is missing or odd, or the body is not text. */
    static Optional<SignedCall> of(WebhookCall call) {
        Map<String, String> headers = call.headers();
        String id = headers.getOrDefault("webhook-id", "");
        String seconds = headers.getOrDefault("webhook-timestamp", "");
        String signatures = headers.getOrDefault("webhook-signature", "");
        if (!ID.matcher(id).matches() || !SECONDS.matcher(seconds).matches()) {
            return Optional.empty();
        }
        return text(call.body())
                .map(payload ->
                        new SignedCall(
                                id,
                                Instant.ofEpochSecond(Long.parseLong(seconds)),
                                payload,
                                Arrays.asList(signatures.split(" ", -1))));
    }

    /** Whether it was signed within five minutes of that time, before or after. */
    boolean isFresh(Instant receivedAt) {
        return Duration.between(signedAt, receivedAt).abs().compareTo(TOLERANCE) <= 0;
    }

    boolean isSignedWith(Webhook secret) {
        try {
            byte[] right = secret.sign(id, signedAt.getEpochSecond(), payload).getBytes(UTF_8);
            return signatures.stream()
                    .filter(signature -> signature.startsWith(VERSION))
                    .anyMatch(given -> MessageDigest.isEqual(right, given.getBytes(UTF_8)));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("every JDK knows HMAC-SHA256", e);
        }
    }

    /** Strictly, so that equal texts come from equal bytes. */
    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SignedCall[" + id + "]";
    }
}
