package dev.vignette.engine.accept;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.portrait.ContentHash;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What two requests under one idempotency key are compared by: what the caller wrote, normalised,
 * so that the order of members and {@code 7.50} or {@code 7.5} do not matter. An image address
 * counts as text and is not fetched.
 */
public final class RequestIdentity {
    private final MessageDigest digest = ContentHash.digest();

    private RequestIdentity() {}

    /** The hash of what was asked. */
    public static ContentHash of(GenerationAsk ask) {
        RequestIdentity identity = new RequestIdentity();
        identity.add("kind", ask.kind());
        switch (ask.photo()) {
            case PhotoSource.Address(var address) -> identity.add("address", address);
            case PhotoSource.Inline(byte[] bytes) ->
                    identity.add("photo", ContentHash.of(bytes).hex());
        }
        identity.add("count", ask.count());
        ask.style().values().forEach((member, value) -> identity.add(member.wireName(), value));
        identity.add("on_misfit", ask.onMisfit());
        ask.providers().stream().sorted().forEach(name -> identity.add("provider", name));
        identity.add("cache", ask.cache());
        identity.add("priority", ask.priority());
        identity.add("max_cost", ask.maxCost());
        identity.add("deadline", ask.deadline());
        identity.add("subject", ask.subject());
        identity.add("label", ask.labels());
        identity.add("metadata", ask.metadata());
        return ContentHash.ofDigest(identity.digest.digest());
    }

    private void add(String name, Map<String, String> pairs) {
        new TreeMap<>(pairs)
                .forEach((key, value) -> {
                    add(name, key);
                    add("=", value);
                });
    }

    private void add(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        String text =
                value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : value.toString();
        byte[] bytes = text.getBytes(UTF_8);
        digest.update((name + ':' + bytes.length + ':').getBytes(UTF_8));
        digest.update(bytes);
    }
}
