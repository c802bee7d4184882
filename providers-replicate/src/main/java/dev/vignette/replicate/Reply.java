package dev.vignette.replicate;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one call to Replicate came to. */
sealed interface Reply {

    /**
     * An answer, read to its end.
     *
     * @param status the HTTP status
     * @param headers those in {@link ReplicateWire#HEADERS} that were there, by lower-case name
     * @param object the JSON object in its body; {@code null} when it holds anything else
     */
    record Answered(int status, Map<String, String> headers, @Nullable Fields object)
            implements Reply {

        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        Optional<Fields> body() {
            return Optional.ofNullable(object);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /**
     * No connection came about: not one byte of the request left this house.
     *
     * @param why one safe sentence
     */
    record NotSent(String why) implements Reply {}

    /**
     * The line broke or stayed silent after sending may have begun.
     *
     * @param why one safe sentence
     */
    record Broken(String why) implements Reply {}
}
