package dev.vignette.modelslab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.modelslab.sandbox.ModelsLabDouble;
import dev.vignette.provider.Account;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Secret;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxSettings;
import dev.vignette.tck.provider.ProbedVendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;

/** The double by the system's clock, for the contracts. */
final class LiveModelsLab implements ProbedVendor {
    private final RunningDouble vendor =
            new ModelsLabDouble().start(SandboxSettings.forTests(Clock.systemUTC()));
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public ImageProvider adapter(Clock clock) {
        return adapter("enterprise", vendor.credential(), clock);
    }

    @Override
    public ImageProvider stranger(Clock clock) {
        return adapter("enterprise", "not-the-key", clock);
    }

    ImageProvider adapter(String api, String key, Clock clock) {
        return new ModelsLabFactory()
                .open(
                        new Account<>(
                                "modelslab",
                                Settings.of(api),
                                vendor.baseUrl(),
                                new Secret(key),
                                clock));
    }

    @Override
    public String credential() {
        return vendor.credential();
    }

    @Override
    public int accepted() {
        return control("GET", "/invoice", "").path("accepted").asInt();
    }

    @Override
    public void cutNextAnswer() {
        arm("cut_after_accepting");
    }

    void arm(String fault) {
        control("POST", "/faults", "{\"fault\": \"" + fault + "\"}");
    }

    JsonNode control(String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(vendor.controlUrl() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the vendor answered " + answer.statusCode());
            }
            return new ObjectMapper().readTree(answer.body());
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
