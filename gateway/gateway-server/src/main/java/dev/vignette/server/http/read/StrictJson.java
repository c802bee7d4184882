package dev.vignette.server.http.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vignette.server.http.problem.Fault;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body: one object, exact numbers, nothing given twice, nothing behind it. The image
 * is not turned into a string; where it lies in the body is enough.
 */
final class StrictJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 24_000_000;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxStringLength(LONGEST_TEXT)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    /** For one value inside the object, behind which more may come. */
    private static final ObjectReader MEMBERS =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /** The members of the object that the body is. */
    static RawRequest read(byte[] body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            return readObject(parser, body);
        } catch (JsonProcessingException e) {
            throw malformed(e.getLocation()).asException();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory always can be read", e);
        }
    }

    /** A value on its own. */
    static JsonNode readValue(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The text that a stretch between two quotes stands for. */
    static String unescape(RawImage.Text text) {
        try {
            int length = text.to() - text.from() + 2;
            return MAPPER.readValue(text.bytes(), text.from() - 1, length, String.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the body was read as JSON before", e);
        }
    }

    private static RawRequest readObject(JsonParser parser, byte[] body) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Problem.of(ProblemCode.MALFORMED_JSON, "The body is empty.").asException();
        }
        if (first != JsonToken.START_OBJECT) {
            throw Problem.faults(List.of(new Fault("", "must be an object"))).asException();
        }
        RawRequest request = new RawRequest();
        JsonToken token = parser.nextToken();
        while (token == JsonToken.FIELD_NAME) {
            token = readMember(parser, body, request);
        }
        if (parser.nextToken() != null) {
            throw malformed(parser.currentTokenLocation()).asException();
        }
        return request;
    }

    /** Reads one member and moves on to the token behind it. */
    private static JsonToken readMember(JsonParser parser, byte[] body, RawRequest request)
            throws IOException {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!name.equals(RawRequest.IMAGE)) {
            readPlain(parser, name, request);
            return parser.nextToken();
        }
        if (value != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            request.put(new RawImage.Other());
            return parser.nextToken();
        }
        return readImage(parser, body, request);
    }

    private static void readPlain(JsonParser parser, String name, RawRequest request)
            throws IOException {
        try {
            request.put(name, MEMBERS.readTree(parser));
        } catch (MismatchedInputException e) {
            throw Problem.faults(List.of(new Fault(Pointers.to(name), "has a member given twice")))
                    .asException();
        }
    }

    /**
     * Skipping the string is much cheaper than making it; its end is found from what follows it.
     */
    private static JsonToken readImage(JsonParser parser, byte[] body, RawRequest request)
            throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        if (start < 0 || start >= body.length || body[(int) start] != '"') {
            request.put(RawImage.Text.of(parser.getText())); // not UTF-8, so no place in the body
            return parser.nextToken();
        }
        JsonToken next = parser.nextToken();
        int end = (int) parser.currentTokenLocation().getByteOffset() - 1;
        while (body[end] != '"') {
            end--;
        }
        request.put(new RawImage.Text(body, (int) start + 1, end, true));
        return next;
    }

    private static Problem malformed(@Nullable JsonLocation location) {
        String place =
                location == null
                        ? ""
                        : ": line %d, column %d"
                                .formatted(location.getLineNr(), location.getColumnNr());
        return Problem.of(
                ProblemCode.MALFORMED_JSON, "The body is not one JSON object" + place + ".");
    }
}
