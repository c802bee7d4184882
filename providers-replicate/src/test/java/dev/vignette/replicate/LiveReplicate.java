package dev.vignette.replicate;

import dev.vignette.provider.Account;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Secret;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.replicate.sandbox.ReplicateDouble;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxSettings;
import dev.vignette.tck.provider.ListingVendor;
import dev.vignette.tck.provider.ProbedVendor;
import dev.vignette.tck.provider.SigningVendor;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

/** The double by the system's clock, for the contracts. */
final class LiveReplicate implements ListingVendor, SigningVendor, ProbedVendor {
    private static final String ORDER =
            "{\"input\":{\"input_image\":\"data:image/png;base64,iVBORw0KGgo=\",\"num_images\":1}}";

    private final RunningDouble vendor =
            new ReplicateDouble().start(SandboxSettings.forTests(Clock.systemUTC()));
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public ImageProvider adapter(Clock clock) {
        return adapter(vendor.baseUrl(), vendor.credential(), clock);
    }

    @Override
    public SendsWebhooks unreachable(Clock clock) {
        return adapter(URI.create("http://127.0.0.1:1/v1"), vendor.credential(), clock);
    }

    @Override
    public ImageProvider stranger(Clock clock) {
        return adapter(vendor.baseUrl(), "not-the-token", clock);
    }

    private static ReplicateProvider adapter(URI baseUrl, String credential, Clock clock) {
        Account<ReplicateSettings> account =
                new Account<>("replicate", Accounts.NEWEST, baseUrl, new Secret(credential), clock);
        ImageProvider adapter = new ReplicateFactory(JsonMapper.createDefault()).open(account);
        return (ReplicateProvider) adapter;
    }

    @Override
    public String credential() {
        return vendor.credential();
    }

    @Override
    public int accepted() {
        return Json.read(control("GET", "/invoice", "").body()).path("accepted").asInt();
    }

    @Override
    public void cutNextAnswer() {
        arm("cut_after_accepting");
    }

    @Override
    public void orderElsewhere(int jobs) {
        for (int i = 0; i < jobs; i++) {
            String path = "/models/flux-kontext-apps/portrait-series/predictions";
            HttpRequest order =
                    HttpRequest.newBuilder(URI.create(vendor.baseUrl() + path))
                            .header("Authorization", "Bearer " + vendor.credential())
                            .POST(BodyPublishers.ofString(ORDER))
                            .build();
            expect(201, send(order));
        }
    }

    @Override
    public void breakLaterPages() {
        arm("later_page_unavailable");
    }

    @Override
    public void forgetInputs() {
        expect(200, control("PUT", "/pace", "{\"link_life_seconds\": 0}"));
    }

    @Override
    public void replaceSecret() {
        expect(200, control("POST", "/webhook-secret", ""));
    }

    @Override
    public void forgeNextCall() {
        arm("webhook_bad_signature");
    }

    void arm(String fault) {
        expect(200, control("POST", "/faults", "{\"fault\": \"" + fault + "\"}"));
    }

    boolean isArmed(String fault) {
        return Json.read(control("GET", "", "").body()).path("armed").has(fault);
    }

    private HttpResponse<byte[]> control(String method, String path, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(vendor.controlUrl() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build());
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

    private static void expect(int status, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError("the vendor answered " + answer.statusCode());
        }
    }

    @Override
    public void close() {
        http.close();
        vendor.close();
    }
}
