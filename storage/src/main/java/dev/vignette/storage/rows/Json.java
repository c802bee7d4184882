package dev.vignette.storage.rows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vignette.generation.RoutingRecord.Considered;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.PortraitRequest;
import java.util.List;
import java.util.Map;

/**
 * The columns that hold JSON. The names of the records' components are what is stored; a test holds
 * the stored form against them.
 */
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(Include.NON_NULL, Include.ALWAYS))
                    .build();
    private static final TypeReference<PortraitRequest> REQUEST = new TypeReference<>() {};
    private static final TypeReference<List<Fit>> FIT = new TypeReference<>() {};
    private static final TypeReference<List<Considered>> CONSIDERED = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Boolean>> FLAGS = new TypeReference<>() {};

    private Json() {}

    /** Any of the things that are read below. */
    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a " + value.getClass() + " has no JSON form", e);
        }
    }

    static PortraitRequest request(String json) {
        return read(REQUEST, json);
    }

    static List<Fit> fit(String json) {
        return read(FIT, json);
    }

    static List<Considered> considered(String json) {
        return read(CONSIDERED, json);
    }

    static List<String> texts(String json) {
        return read(TEXTS, json);
    }

    static Map<String, String> pairs(String json) {
        return read(PAIRS, json);
    }

    static Map<String, Boolean> flags(String json) {
        return read(FLAGS, json);
    }

    private static <T> T read(TypeReference<T> type, String json) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            // Without the text: it may be somebody's.
            throw new IllegalStateException("a stored JSON text cannot be read", e);
        }
    }
}
