package dev.vignette.replicate;

import dev.vignette.provider.Asset;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One entry of a prediction's output. */
final class Output {
    private static final String BASE64 = ";base64,";

    private Output() {}

    /** The picture behind an entry, or empty when it is neither a link nor a data URI in Base64. */
    static Optional<Asset> asset(String entry, Instant expiresAt) {
        if (entry.regionMatches(true, 0, "data:", 0, 5)) {
            return inline(entry);
        }
        return link(entry).map(link -> new Asset.Linked(link, List.of(), expiresAt, null));
    }

    /** Waited answers held data URIs in autumn 2024, as recorded then. */
    private static Optional<Asset> inline(String entry) {
        int start = entry.indexOf(BASE64);
        if (start < 0) {
            return Optional.empty();
        }
        return Optional.of(new Asset.Inline(entry.substring(start + BASE64.length()), null));
    }

    private static Optional<URI> link(String entry) {
        try {
            URI link = new URI(entry);
            String scheme = link.getScheme() == null ? "" : link.getScheme();
            boolean web = List.of("https", "http").contains(scheme.toLowerCase(Locale.ROOT));
            return web && link.getHost() != null ? Optional.of(link) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty(); // counts as a picture that did not come
        }
    }
}
