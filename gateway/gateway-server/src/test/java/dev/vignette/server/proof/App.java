package dev.vignette.server.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.trial.Photos;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An app that uses a gateway. It knows how to live with one that dies: what was not answered is
 * asked again with the same idempotency key.
 */
final class App {
    private static final String KEY = "vgk_" + UUID.randomUUID();

    private final URI gateway;

    /** The app at the gateway with that address. */
    App(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * What an app wants.
     *
     * @param members the request
     * @param key its idempotency key
     */
    record Wish(Map<String, Object> members, String key) {

        /** Pictures from a photo that nobody has sent before. */
        static Wish of(String kind, int count, int deadlineSeconds) {
            Map<String, Object> members = new HashMap<>();
            members.put("kind", kind);
            members.put("count", count);
            members.put("deadline_seconds", deadlineSeconds);
            members.put("image", Photos.dataUri(Photos.fresh()));
            return new Wish(members, UUID.randomUUID().toString());
        }

        /** The same pictures, wanted by somebody else. */
        Wish again() {
            return new Wish(members, UUID.randomUUID().toString());
        }
    }

    /** What every gateway has to know of it. */
    static String hash() {
        return Http.sha256(KEY.getBytes(UTF_8));
    }

    /**
     * Asks, without waiting for the pictures.
     *
     * @return the answer, or empty when the gateway did not live to give one
     */
    Optional<HttpResponse<String>> ask(Wish wish) {
        return ask(wish, "respond-async");
    }

    /** Asks with that preference. */
    Optional<HttpResponse<String>> ask(Wish wish, String preference) {
        return send(
                call("/v1/generations")
                        .header("Content-Type", "application/json")
                        .header("Prefer", preference)
                        .header("Idempotency-Key", wish.key())
                        .POST(BodyPublishers.ofString(Http.write(wish.members()))));
    }

    /** Calls a generation off. */
    Optional<HttpResponse<String>> cancel(String id) {
        return send(call("/v1/generations/" + id + "/cancel").POST(BodyPublishers.noBody()));
    }

    /** A generation as it stands, or empty when the gateway is not there. */
    Optional<JsonNode> generation(String id) {
        return send(call("/v1/generations/" + id))
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> Http.read(answer.body()));
    }

    /** Every generation of this app. */
    List<JsonNode> generations() {
        return all("/v1/generations?limit=100");
    }

    /** Every attempt in that state. */
    List<JsonNode> attempts(String state) {
        return all("/v1/attempts?limit=100&state=" + state);
    }

    /** How many charges there are, by the report of costs. */
    int charges() {
        return costs().mapToInt(row -> row.path("attempts").asInt()).sum();
    }

    /** What everything cost, by provider. */
    Stream<JsonNode> costs() {
        return Http.json(call("/v1/costs?group_by=provider")).path("data").valueStream();
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> found = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = Http.json(call(next));
            page.path("data").forEach(found::add);
            String cursor = page.path("next_cursor").asText("");
            next = cursor.isEmpty() || cursor.equals("null") ? "" : path + "&cursor=" + cursor;
        }
        return found;
    }

    private static Optional<HttpResponse<String>> send(HttpRequest.Builder call) {
        try {
            return Optional.of(Http.send(call));
        } catch (IOException _) {
            return Optional.empty(); // it died, or is not there again
        }
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + KEY);
    }
}
