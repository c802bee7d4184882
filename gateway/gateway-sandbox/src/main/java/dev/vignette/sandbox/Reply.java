package dev.vignette.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/** What a double answers, also when it misbehaves. */
public sealed interface Reply {

    /**
     * A proper answer.
     *
     * @param status the HTTP status
     * @param headers its headers
     * @param body its bytes
     */
    record Whole(int status, Map<String, String> headers, Bytes body) implements Reply {
        public Whole {
            headers = Map.copyOf(headers);
        }
    }

    /** No answer: the connection is closed. */
    record Cut() implements Reply {}

    /**
     * The whole body is announced, half of it is sent, then the connection is closed.
     *
     * @param whole what it would have been
     */
    record Half(Whole whole) implements Reply {}

    /**
     * The body comes byte by byte.
     *
     * @param whole what comes
     * @param between the time between two bytes
     */
    record Dribbled(Whole whole, Duration between) implements Reply {}

    /**
     * The answer comes late.
     *
     * @param reply what comes then
     * @param delay how late
     */
    record Late(Reply reply, Duration delay) implements Reply {}

    /** A JSON answer. */
    static Whole json(int status, JsonNode body) {
        return new Whole(
                status, Map.of("Content-Type", "application/json"), Bytes.of(Json.write(body)));
    }

    /** A file. */
    static Whole file(String mediaType, Bytes content) {
        return new Whole(200, Map.of("Content-Type", mediaType), content);
    }

    /** A page of HTML, as a vendor's front server sends it. */
    static Whole html(int status, String title) {
        String page = "<!doctype html><title>" + title + "</title><h1>" + title + "</h1>\n";
        return new Whole(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), Bytes.of(page));
    }

    /** An answer without a body. */
    static Whole empty(int status) {
        return new Whole(status, Map.of(), Bytes.NONE);
    }
}
