package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Faults;
import dev.vignette.sandbox.Handler;
import dev.vignette.sandbox.Request;
import java.io.UncheckedIOException;

/**
 * The key, which this vendor wants in every body.
 *
 * @param key the only one that is accepted
 * @param faults what is armed
 */
record KeyCheck(String key, Faults faults) {

    Handler before(Handler call) {
        return request -> {
            String given = key(request);
            if (given.isEmpty()) {
                return HeadshotAnswers.error(401, "API key required");
            }
            if (!given.equals(key) || faults.strikes(ModelsLabFault.INVALID_KEY)) {
                return HeadshotAnswers.error(401, "Invalid API key");
            }
            return call.answer(request);
        };
    }

    private static String key(Request request) {
        try {
            JsonNode body = request.json();
            return body.path("key").asText("");
        } catch (UncheckedIOException _) {
            return ""; // no JSON, so no key in it
        }
    }
}
