package dev.vignette.server.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.modelslab.sandbox.ModelsLabDouble;
import dev.vignette.replicate.sandbox.ReplicateDouble;
import dev.vignette.sandbox.ProviderDouble;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A vendor's double, called directly. It lives in the tests' own process, so it survives whatever
 * becomes of the gateway, and its invoice is what was really bought.
 */
final class Vendor implements AutoCloseable {
    private final String name;
    private final String credential;
    private final RunningDouble played;

    /**
     * One job on the vendor's invoice.
     *
     * @param vendor whose
     * @param id its id there
     * @param attempts the attempts that its order names; empty where orders carry no mark
     * @param pictures how many pictures were billed
     * @param amount what was billed in US dollars
     */
    record Job(String vendor, String id, Set<String> attempts, int pictures, BigDecimal amount) {}

    private Vendor(ProviderDouble vendor, String credential) {
        this.name = vendor.adapter();
        this.credential = credential;
        this.played = vendor.start(SandboxSettings.forTests(Clock.systemUTC()));
    }

    static Vendor replicate() {
        return new Vendor(new ReplicateDouble(), "REPLICATE_API_TOKEN");
    }

    static Vendor modelslab() {
        return new Vendor(new ModelsLabDouble(), "MODELSLAB_API_KEY");
    }

    /** What the gateway has to know to buy here. */
    Map<String, String> environment() {
        return Map.of(
                credential,
                played.credential(),
                name.toUpperCase(Locale.ROOT) + "_BASE_URL",
                played.baseUrl().toString());
    }

    /** Everything that was bought, oldest first. */
    List<Job> invoice() {
        return control("GET", "/invoice", "").path("lines").valueStream().map(this::job).toList();
    }

    private Job job(JsonNode line) {
        return new Job(
                name,
                line.path("job").asText(),
                line.path("attempts")
                        .valueStream()
                        .map(JsonNode::asText)
                        .collect(Collectors.toSet()),
                line.path("pictures").asInt(),
                new BigDecimal(line.path("amount").asText()));
    }

    /** The next order stops there: {@code half_read}, {@code read} or {@code taken}. */
    void hold(String point) {
        control("POST", "/holds", "{\"at\":\"%s\"}".formatted(point));
    }

    /** How many orders are stopped there. */
    int held(String point) {
        return control("GET", "/holds", "").path("held").path(point).asInt();
    }

    /** Lets all orders go on. */
    void release() {
        control("DELETE", "/holds", "");
    }

    /** Lets a fault strike once. */
    void arm(String fault) {
        control("POST", "/faults", "{\"fault\":\"%s\"}".formatted(fault));
    }

    /** How long a picture takes from now on. */
    void pictureTakes(int milliseconds) {
        control("PUT", "/pace", "{\"picture_millis\":%d}".formatted(milliseconds));
    }

    /** The fingerprints of the pictures that the vendor itself hands out for a job. */
    Set<String> pictures(Job job) {
        JsonNode output = shown(job).path("output");
        return (output.isArray() ? output.valueStream() : Stream.of(output))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(link -> !link.isEmpty())
                .map(link -> Http.sha256(Http.download(URI.create(link))))
                .collect(Collectors.toSet());
    }

    private JsonNode shown(Job job) {
        if (name.equals("replicate")) {
            URI address = URI.create(played.baseUrl() + "/predictions/" + job.id());
            return Http.json(
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + played.credential()));
        }
        URI address =
                URI.create(played.baseUrl() + "/v1/enterprise/flux_headshot/fetch/" + job.id());
        return Http.json(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"key\":\"%s\"}".formatted(played.credential()))));
    }

    private JsonNode control(String method, String path, String body) {
        return Http.json(
                HttpRequest.newBuilder(URI.create(played.controlUrl() + path))
                        .method(method, BodyPublishers.ofString(body)));
    }

    @Override
    public void close() {
        played.close();
    }
}
