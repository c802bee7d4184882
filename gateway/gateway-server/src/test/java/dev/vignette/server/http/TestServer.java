package dev.vignette.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.id.GenerationId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The outside of a gateway on a loopback port, with everything behind it in memory. */
public final class TestServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedServer server;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private TestServer(EmbeddedServer server) {
        this.server = server;
    }

    /** Whoever calls is the local client. */
    public static TestServer open() {
        return start(false);
    }

    /** Callers need the keys of {@link TestClients}. */
    public static TestServer withClients() {
        return start(true);
    }

    private static TestServer start(boolean clients) {
        return new TestServer(
                ApplicationContext.run(
                        EmbeddedServer.class,
                        Map.of(
                                TestBeans.SWITCH,
                                true,
                                "vignette.test.clients",
                                clients,
                                "micronaut.server.port",
                                -1,
                                "micronaut.server.max-request-size",
                                "300MB",
                                "micronaut.server.max-request-buffer-size",
                                "22MB",
                                "micronaut.server.multipart.max-file-size",
                                "22MB")));
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public InMemoryGenerations generations() {
        return bean(InMemoryGenerations.class);
    }

    public URI at(String path) {
        return server.getURI().resolve(path);
    }

    /** A request that is still to be sent, 20 s at most. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<byte[]> fetch(HttpRequest.Builder request) {
        return exchange(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> exchange(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(to(path));
    }

    public HttpRequest.Builder posting(String json) {
        return to("/v1/generations")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json, UTF_8));
    }

    public HttpResponse<String> post(String json) {
        return send(posting(json));
    }

    /** Asks for a headshot and returns its id. */
    public GenerationId accepted() {
        return new GenerationId(json(post(Samples.json(""))).path("id").asText());
    }

    /** Asks for a headshot that is made at once, and returns its id. */
    public GenerationId made() {
        GenerationId id = accepted();
        generations().succeed(id);
        return id;
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
