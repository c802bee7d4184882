package dev.vignette.server.http.focus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Labels as tags (FOCUS 1.2, column Tags and attribute Key-Value Format): one JSON object of texts,
 * the keys unchanged, since there is one scheme of them.
 */
final class Tags {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Tags() {}

    /** The object, by its keys' order; {@code null} where there are none. */
    static @Nullable String of(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return null;
        }
        try {
            return MAPPER.writeValueAsString(new TreeMap<>(labels));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts always have a JSON form", e);
        }
    }
}
