package dev.vignette.modelslab;

import dev.vignette.portrait.ImageType;
import dev.vignette.provider.Asset;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.Usage;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Finds the picture in an answer. */
final class Pictures {
    /** Documentation, "flux_headshot": files are deleted after 24 hours. */
    static final Duration LIFE = Duration.ofHours(24);

    /** Base64 characters that hold the bytes a picture's type is known by. */
    private static final int HEAD = (ImageType.SIGNATURE_BYTES + 2) / 3 * 4;

    private static final List<String> BY_PREFERENCE =
            List.of("output", "proxy_links", "future_links");

    private final Clock clock;

    Pictures(Clock clock) {
        this.clock = clock;
    }

    /**
     * The order's one picture, or empty when the answer has none: first what {@code output} holds,
     * then the copies elsewhere.
     */
    Optional<Delivery> delivery(Answer answer) {
        List<URI> links = new ArrayList<>();
        for (String member : BY_PREFERENCE) {
            for (String entry : answer.list(member)) {
                Optional<String> inline = inline(entry);
                if (inline.isPresent() && links.isEmpty()) {
                    return delivered(new Asset.Inline(inline.get(), answer.seed()));
                }
                link(entry).filter(found -> !links.contains(found)).ifPresent(links::add);
            }
        }
        if (links.isEmpty()) {
            return Optional.empty();
        }
        List<URI> mirrors = links.subList(1, links.size());
        return delivered(
                new Asset.Linked(
                        links.getFirst(), mirrors, clock.instant().plus(LIFE), answer.seed()));
    }

    /** Usage stays unknown: what {@code generationTime} counts is not documented. */
    private static Optional<Delivery> delivered(Asset asset) {
        return Optional.of(new Delivery(List.of(asset), Usage.UNKNOWN, null));
    }

    private static Optional<URI> link(String entry) {
        if (!entry.startsWith("https://") && !entry.startsWith("http://")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(entry));
        } catch (URISyntaxException _) {
            return Optional.empty(); // no address, so no picture there
        }
    }

    /** Pictures may come as Base64 although nobody asked; the first bytes must be a picture's. */
    private static Optional<String> inline(String entry) {
        String base64 = entry.startsWith("data:") ? entry.substring(entry.indexOf(',') + 1) : entry;
        if (base64.length() < HEAD) {
            return Optional.empty();
        }
        try {
            byte[] head = Base64.getDecoder().decode(base64.substring(0, HEAD));
            return ImageType.sniff(head).map(_ -> base64);
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a link or some other text
        }
    }
}
