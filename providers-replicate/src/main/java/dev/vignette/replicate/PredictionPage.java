package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of predictions.
 *
 * @param results the predictions
 * @param cursor where the next page begins; {@code null} when this is the last
 */
record PredictionPage(List<Fields> results, @Nullable String cursor) {
    private static final String CURSOR = "cursor=";

    /** Read strictly: empty when anything is not as documented. */
    static Optional<PredictionPage> of(Fields body) {
        if (!(body.members().get("results") instanceof List<?> entries)) {
            return Optional.empty();
        }
        List<Fields> results = new ArrayList<>();
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> members)) {
                return Optional.empty();
            }
            results.add(new Fields(members));
        }
        Object next = body.members().get("next");
        if (next == null) {
            return Optional.of(new PredictionPage(results, null));
        }
        return cursor(next.toString()).map(cursor -> new PredictionPage(results, cursor));
    }

    /** Only this is taken from the next page's address: the token goes nowhere it leads. */
    private static Optional<String> cursor(String next) {
        try {
            String query = new URI(next).getRawQuery();
            return Stream.of(query == null ? new String[0] : query.split("&", -1))
                    .filter(pair -> pair.startsWith(CURSOR) && pair.length() > CURSOR.length())
                    .map(pair -> URLDecoder.decode(pair.substring(CURSOR.length()), UTF_8))
                    .findFirst();
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty(); // not an address, or its escapes are none
        }
    }
}
