package dev.vignette.modelslab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** Answers of the vendor, written as JSON with single quotes. */
final class Answers {

    private Answers() {}

    static Answer answer(String json) {
        try {
            return new Answer(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WireOutcome.Answered http(int status, String json) {
        return WireOutcome.Answered.of(status, null, json.replace('\'', '"').getBytes(UTF_8));
    }
}
