package dev.vignette.benchmark.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Json;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Calls a gateway the way an app does. */
public final class Api {
    private static final int HTTP_OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    /**
     * Asks for pictures.
     *
     * @param prefer the header {@code Prefer}
     * @return the generation, accepted or finished
     */
    public JsonNode create(String body, String prefer) {
        return generation(
                send(
                        HttpRequest.newBuilder(base.resolve("/v1/generations"))
                                .header("Content-Type", "application/json")
                                .header("Prefer", prefer)
                                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** The generation as it is. */
    public JsonNode now(JsonNode generation) {
        String path = "/v1/generations/" + generation.path("id").asText();
        return generation(send(HttpRequest.newBuilder(base.resolve(path))));
    }

    /** The generation as it is when it is over. */
    public JsonNode finished(JsonNode generation, Duration within) {
        URI address = base.resolve("/v1/generations/" + generation.path("id").asText());
        Instant end = Instant.now().plus(within);
        JsonNode now = generation;
        while (!now.path("done").asBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("a generation does not end: " + now);
            }
            now = generation(send(HttpRequest.newBuilder(address).header("Prefer", "wait=20")));
        }
        if (!now.path("status").asText().equals("succeeded")) {
            throw new IllegalStateException("a generation failed: " + now);
        }
        return now;
    }

    /** What is at that address. */
    public static String text(URI address) {
        return send(HttpRequest.newBuilder(address)).body();
    }

    /** Sends any request. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends any request and takes the answer as bytes. */
    public static HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form with texts and one file, and takes the answer, which has to be good. */
    public static String upload(URI address, Map<String, String> texts, Path file) {
        String boundary = "vignette-" + System.nanoTime();
        StringBuilder head = new StringBuilder();
        texts.forEach((name, value) ->
                head.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, name, value)));
        head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file.csv\"\r\n"
                .formatted(boundary));
        head.append("Content-Type: text/csv\r\n\r\n");
        try {
            HttpResponse<String> answer =
                    send(
                            HttpRequest.newBuilder(address)
                                    .header(
                                            "Content-Type",
                                            "multipart/form-data; boundary=" + boundary)
                                    .POST(
                                            HttpRequest.BodyPublishers.concat(
                                                    HttpRequest.BodyPublishers.ofString(
                                                            head.toString()),
                                                    HttpRequest.BodyPublishers.ofFile(file),
                                                    HttpRequest.BodyPublishers.ofString(
                                                            "\r\n--" + boundary + "--\r\n"))),
                            HttpResponse.BodyHandlers.ofString(),
                            LONG_PATIENCE);
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("the gateway refused: " + answer.body());
            }
            return answer.body();
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is at that address, as it comes; closed by the caller. */
    public static InputStream stream(URI address) {
        HttpResponse<InputStream> answer =
                send(HttpRequest.newBuilder(address), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != HTTP_OK) {
            throw new IllegalStateException(address + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static JsonNode generation(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("the gateway refused: " + answer.body());
        }
        return Json.read(answer.body().getBytes(UTF_8));
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        return send(request, handler, PATIENCE);
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler, Duration patience) {
        try {
            return HTTP.send(request.timeout(patience).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
