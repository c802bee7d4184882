package dev.vignette.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.provider.Account;
import dev.vignette.provider.Secret;
import dev.vignette.replicate.sandbox.ReplicateDouble;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxSettings;
import dev.vignette.tck.SettableClock;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A running double, its control calls, and the real adapter in front of it; one clock for both. */
final class DoubleDriver implements AutoCloseable {
    private final SettableClock clock = SettableClock.at("2026-03-01T10:00:00Z");
    private final RunningDouble vendor =
            new ReplicateDouble().start(SandboxSettings.forTests(clock));
    private final HttpClient http = HttpClient.newHttpClient();

    ReplicateProvider adapter() {
        Account<ReplicateSettings> account =
                new Account<>(
                        "replicate",
                        Accounts.NEWEST,
                        vendor.baseUrl(),
                        new Secret(vendor.credential()),
                        clock);
        return (ReplicateProvider) new ReplicateFactory(JsonMapper.createDefault()).open(account);
    }

    SettableClock clock() {
        return clock;
    }

    void arm(String fault) {
        control("POST", "/faults", "{\"fault\":\"" + fault + "\"}");
    }

    void pictureTakesSeconds(int seconds) {
        control("PUT", "/pace", "{\"picture_millis\":" + seconds * 1000 + "}");
    }

    void ordersPerMinute(int orders) {
        control("PUT", "/limits", "{\"orders_per_minute\":" + orders + "}");
    }

    JsonNode invoice() {
        return control("GET", "/invoice", "");
    }

    /** Calls the vendor's API with the right token. */
    HttpResponse<byte[]> call(String method, String path, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(vendor.baseUrl() + path))
                        .header("Authorization", "Bearer " + vendor.credential())
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }

    HttpResponse<byte[]> download(URI link) {
        return send(HttpRequest.newBuilder(link).build());
    }

    private JsonNode control(String method, String path, String body) {
        HttpResponse<byte[]> answer =
                send(
                        HttpRequest.newBuilder(URI.create(vendor.controlUrl() + path))
                                .method(method, BodyPublishers.ofString(body))
                                .build());
        if (answer.statusCode() != 200) {
            throw new AssertionError("control call refused: " + path + " " + body);
        }
        return Json.read(answer.body());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        vendor.close();
    }
}
