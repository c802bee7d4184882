package dev.vignette.modelslab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.id.AttemptId;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Order;
import dev.vignette.provider.Secret;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes request bodies. They hold the key, so they are made for the wire and for nothing else.
 *
 * @param settings the operator's
 * @param key the account's
 * @param local whether they go to a double on this machine
 */
record OrderBody(ModelsLabSettings settings, Secret key, boolean local) {
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FIFTEEN_DIGITS = 1_000_000_000_000_000L;

    /** The body that places an order. */
    byte[] order(Order order) {
        ObjectNode body = keyed();
        body.put("prompt", new Prompts(settings).of(order));
        photo(body, order);
        style(body, order.style());
        body.put("webhook", webhook(order));
        track(body, trackId(order.attempt()));
        return written(body);
    }

    /** The body of calls that need nothing but the key: a look at a job or at the server. */
    byte[] keyAlone() {
        return written(keyed());
    }

    /**
     * The number under which the vendor files the order: digits only, since one of its APIs wants
     * an integer and the other a string, and few enough for JavaScript's numbers.
     */
    static String trackId(AttemptId attempt) {
        byte[] hash = ContentHash.of(attempt.value().getBytes(UTF_8)).bytes();
        return Long.toString(Math.floorMod(ByteBuffer.wrap(hash).getLong(), FIFTEEN_DIGITS));
    }

    /** The vendor wants its key in the body (documentation, "Authentication"). */
    private ObjectNode keyed() {
        return JSON.createObjectNode().put("key", key.reveal());
    }

    private static void photo(ObjectNode body, Order order) {
        Optional<URI> link = order.photo().link();
        if (link.isPresent()) {
            body.put("face_image", link.get().toString()).put("base64", false);
            return;
        }
        byte[] content = order.photo().content().get();
        body.put("face_image", Base64.getEncoder().encodeToString(content)).put("base64", true);
    }

    private static void style(ObjectNode body, Style style) {
        if (style.negativePrompt() != null) {
            body.put("negative_prompt", style.negativePrompt());
        }
        if (style.width() != null && style.height() != null) {
            body.put("width", style.width()).put("height", style.height());
        }
        if (style.steps() != null) {
            body.put("num_inference_steps", style.steps());
        }
        if (style.guidance() != null) {
            body.put("guidance_scale", style.guidance());
        }
        // Documented as required, with null in the vendor's own example: it then draws one.
        body.put("seed", style.seed());
    }

    /** The vendor calls https addresses only; a double on this machine calls this machine too. */
    private @Nullable String webhook(Order order) {
        return order.webhook()
                .filter(address ->
                        "https".equals(address.getScheme()) || (local && isHere(address)))
                .map(URI::toString)
                .orElse(null);
    }

    /** Whether the address is on this machine. */
    static boolean isHere(URI address) {
        return HERE.contains(String.valueOf(address.getHost()));
    }

    private void track(ObjectNode body, String trackId) {
        switch (settings.chosenApi()) {
            case ENTERPRISE -> body.put("track_id", trackId);
            case V6 -> body.put("track_id", Long.parseLong(trackId));
        }
    }

    private static byte[] written(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
