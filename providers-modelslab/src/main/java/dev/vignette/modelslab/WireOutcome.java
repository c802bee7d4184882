package dev.vignette.modelslab;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one request. */
sealed interface WireOutcome {

    /**
     * A complete answer.
     *
     * @param status the HTTP status
     * @param askedWait what the header {@code Retry-After} asked for
     * @param body the answer when it is a JSON object
     */
    record Answered(int status, Optional<Duration> askedWait, Optional<Answer> body)
            implements WireOutcome {
        private static final ObjectMapper JSON =
                new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        static Answered of(int status, @Nullable String retryAfter, byte[] body) {
            return new Answered(status, Waits.seconds(retryAfter), read(body));
        }

        boolean isServerError() {
            return status >= 500;
        }

        private static Optional<Answer> read(byte[] body) {
            try {
                JsonNode tree = JSON.readTree(body);
                return tree.isObject() ? Optional.of(new Answer(tree)) : Optional.empty();
            } catch (IOException _) {
                return Optional.empty(); // HTML, half a JSON: said by the empty body
            }
        }
    }

    /** No connection came about. */
    record NotSent() implements WireOutcome {}

    /** The line broke, or the answer was too late or too large. */
    record Broken() implements WireOutcome {}
}
