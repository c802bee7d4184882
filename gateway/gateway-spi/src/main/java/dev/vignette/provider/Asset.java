package dev.vignette.provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One picture as the provider hands it over. */
public sealed interface Asset {

    /** The seed the provider reported for it, 0 to 4294967295; {@code null} when it said none. */
    @Nullable Long seed();

    /**
     * A picture to be downloaded.
     *
     * @param link where it is
     * @param mirrors other places with the same picture, tried after it
     * @param expiresAt when the links die
     * @param seed see {@link Asset#seed()}
     */
    record Linked(URI link, List<URI> mirrors, Instant expiresAt, @Nullable Long seed)
            implements Asset {
        public Linked {
            mirrors = List.copyOf(mirrors);
        }

        @Override
        public String toString() {
            return "Linked[***]";
        }
    }

    /**
     * A picture inside the answer.
     *
     * @param base64 the file in standard Base64, without a {@code data:} prefix
     * @param seed see {@link Asset#seed()}
     */
    record Inline(String base64, @Nullable Long seed) implements Asset {
        @Override
        public String toString() {
            return "Inline[***]";
        }
    }
}
