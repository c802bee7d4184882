package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The operator's file as a tree, and the line of everything in it.
 *
 * @param root the tree; numbers are exact
 * @param lines the line of each key and list entry, from 1
 */
record YamlDocument(JsonNode root, Map<JsonPointer, Integer> lines) {
    private static final int DEEPEST = 32;
    private static final YAMLMapper MAPPER =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    /** The keys that may stand without a value: everything in them has a default. */
    private static final Pattern MAY_BE_EMPTY =
            Pattern.compile("/vignette(/(clients|providers|routes|prices|providers/[^/]+))?");

    /** Reads the text. Faults are duplicate and empty keys, aliases, and what is no YAML at all. */
    static YamlDocument read(String text, Faults faults) {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try {
            index(text, lines, faults);
            return new YamlDocument(MAPPER.readTree(text), lines);
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            faults.add(line, "this cannot be read as YAML");
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory could not be read", impossible);
        }
        return new YamlDocument(MAPPER.createObjectNode(), lines);
    }

    /** The line of what is there, or of what it is in. */
    int line(JsonPointer pointer) {
        Integer line = lines.get(pointer);
        if (line != null) {
            return line;
        }
        return pointer.matches() ? 1 : line(pointer.head());
    }

    private static void index(String text, Map<JsonPointer, Integer> lines, Faults faults)
            throws IOException {
        try (YAMLParser parser = MAPPER.getFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                JsonPointer at = parser.getParsingContext().pathAsPointer();
                int line = parser.currentTokenLocation().getLineNr();
                boolean seen = lines.putIfAbsent(at, line) != null;
                check(parser, at, seen).ifPresent(sentence -> faults.add(line, at, sentence));
            }
        }
    }

    private static Optional<String> check(YAMLParser parser, JsonPointer at, boolean seen)
            throws IOException {
        if (parser.currentToken() == JsonToken.FIELD_NAME && seen) {
            return Optional.of("the key '" + parser.currentName() + "' is there twice");
        }
        if (parser.isCurrentAlias()) {
            return Optional.of("an alias cannot stand here; write the value out");
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL
                && !MAY_BE_EMPTY.matcher(at.toString()).matches()) {
            return Optional.of("the key '" + Expectation.name(at) + "' has no value");
        }
        return Optional.empty();
    }
}
