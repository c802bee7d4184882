package dev.vignette.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A call to a double.
 *
 * @param method for example {@code POST}
 * @param address the path with its query
 * @param variables the parts of the path that the route left open, by name
 * @param headers the headers
 * @param body the whole body, empty when there is none
 */
public record Request(
        String method, URI address, Map<String, String> variables, Headers headers, Bytes body) {

    /**
     * A part of the path that the route left open.
     *
     * @throws IllegalArgumentException when the route has no such part
     */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** A parameter of the query, decoded. */
    public Optional<String> query(String name) {
        return Query.first(address, name);
    }

    /**
     * The body as JSON.
     *
     * @throws java.io.UncheckedIOException when it is none
     */
    public JsonNode json() {
        return Json.read(body.array());
    }

    /** The parts of a {@code multipart/form-data} body by name; empty when it is none. */
    public Map<String, Multipart.Part> parts() {
        return Multipart.parse(header("Content-Type").orElse(""), body.array());
    }
}
