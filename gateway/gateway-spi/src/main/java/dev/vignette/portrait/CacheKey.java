package dev.vignette.portrait;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.List;

/**
 * What makes two requests the same: client, kind, photo content, every effective member and the
 * provider policy. Clients never share one, so a face is never shown to the wrong client.
 *
 * @param hash the SHA-256 over all of these
 */
public record CacheKey(ContentHash hash) {

    /** The key of a client's request. */
    public static CacheKey of(String client, PortraitRequest request) {
        MessageDigest digest = ContentHash.digest();
        add(digest, "client", client);
        add(digest, "kind", request.kind().wireName());
        add(digest, "photo", request.photo().hash().hex());
        request.values().forEach((member, value) -> add(digest, member.wireName(), text(value)));
        add(digest, "on_misfit", request.onMisfit().wireName());
        List<String> providers = request.providers().stream().distinct().sorted().toList();
        providers.forEach(provider -> add(digest, "provider", provider));
        return new CacheKey(ContentHash.ofDigest(digest.digest()));
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** Length-prefixed, so that no value can pass for the end of one and the start of another. */
    private static void add(MessageDigest digest, String name, String value) {
        byte[] bytes = value.getBytes(UTF_8);
        digest.update((name + ':' + bytes.length + ':').getBytes(UTF_8));
        digest.update(bytes);
    }
}
