package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Calls to gateways and doubles alike. */
final class Http {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient LINE =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    private Http() {}

    /** The answer, whatever its status. */
    static HttpResponse<String> send(HttpRequest.Builder call) throws IOException {
        return send(call, BodyHandlers.ofString());
    }

    /** The JSON of a call that succeeds. */
    static JsonNode json(HttpRequest.Builder call) {
        try {
            HttpResponse<String> answer = send(call);
            assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isBetween(200, 299);
            return read(answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The file behind a link. */
    static byte[] download(URI link) {
        try {
            HttpResponse<byte[]> answer =
                    send(HttpRequest.newBuilder(link), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as("a link to a picture").isEqualTo(200);
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** SHA-256 in hexadecimal. */
    static String sha256(byte[] content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder call, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return LINE.send(call.timeout(PATIENCE).build(), body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
