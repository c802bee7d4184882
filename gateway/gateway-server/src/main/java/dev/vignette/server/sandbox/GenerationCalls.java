package dev.vignette.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/** Calls the gateway's own API as an app would. */
final class GenerationCalls implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI gateway;
    private final Optional<String> key;

    GenerationCalls(URI gateway, Optional<String> key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** The generation when it is over or after 50 seconds; or the problem. */
    JsonNode create(String kind, Optional<String> prompt, Path photo)
            throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("kind", kind);
        prompt.ifPresent(text -> body.put("prompt", text));
        String file = Base64.getEncoder().encodeToString(Files.readAllBytes(photo));
        body.put("image", "data:image/jpeg;base64," + file);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + "/v1/generations"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Prefer", "wait=50")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return JSON.readTree(http.send(request.build(), BodyHandlers.ofByteArray()).body());
    }

    @Override
    public void close() {
        http.close();
    }
}
