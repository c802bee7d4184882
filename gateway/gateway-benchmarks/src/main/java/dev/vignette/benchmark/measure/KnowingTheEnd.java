package dev.vignette.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Orders;
import dev.vignette.benchmark.process.Pauses;
import dev.vignette.benchmark.process.Workbench;
import dev.vignette.benchmark.vendor.ReplicateMain;
import dev.vignette.benchmark.vendor.Vendor;
import dev.vignette.sandbox.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * How long after a prediction's end at Replicate the gateway knows of it, and how many calls that
 * takes. The double tells when a prediction ended, the gateway when it knew; the limits are
 * Replicate's documented ones.
 */
final class KnowingTheEnd implements Measurement {
    private static final int JOBS = 300;
    private static final Duration BETWEEN = Duration.ofMillis(166);
    private static final int SHORTEST = 2_500;
    private static final int LONGEST = 6_500;
    private static final long SEED = 7;

    @Override
    public String name() {
        return "knowing-the-end";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        String order = Orders.fresh(bench.photo());
        try (Vendor vendor = bench.vendor(ReplicateMain.class);
                Gateway gateway = bench.gateway(Settings.replicate(bench, vendor, 200))) {
            Api api = gateway.open();
            List<JsonNode> attempts =
                    placed(api, vendor, order).stream()
                            .map(accepted -> api.finished(accepted, Duration.ofMinutes(2)))
                            .map(generation -> generation.path("attempts").path(0))
                            .toList();
            Map<String, Instant> ends = new Ends(vendor).all();
            Samples late =
                    Samples.of(
                            attempts.stream()
                                    .mapToDouble(attempt ->
                                            millis(
                                                    Objects.requireNonNull(
                                                            ends.get(
                                                                    attempt.path("provider_id")
                                                                            .asText())),
                                                    instant(attempt, "completed_at"))));
            double seconds = attempts.stream().mapToDouble(KnowingTheEnd::life).sum();
            double calls = gateway.metric("vignette_provider_calls_seconds_count", "replicate");
            return List.of(
                    Figure.of(
                                    "Replicate: from its end to knowing it",
                                    "median %.0f ms, p90 %.0f ms"
                                            .formatted(late.median(), late.percentile(90)))
                            .aiming("median < 350 ms"),
                    Figure.of(
                                    "Replicate: calls a second and job",
                                    "%.2f".formatted(calls / seconds))
                            .aiming("<= 1.5"));
        }
    }

    private static List<JsonNode> placed(Api api, Vendor vendor, String order) {
        Random random = new Random(SEED);
        List<JsonNode> placed = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            int takes = random.nextInt(SHORTEST, LONGEST);
            vendor.tell("/pace", "{\"picture_millis\": " + takes + "}");
            placed.add(api.create(order, "respond-async"));
            Pauses.pause(BETWEEN);
        }
        return placed;
    }

    private static double life(JsonNode attempt) {
        return millis(instant(attempt, "started_at"), instant(attempt, "completed_at")) / 1000.0;
    }

    private static Instant instant(JsonNode node, String member) {
        return Instant.parse(node.path(member).asText());
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    /** When each prediction ended, by the double's own list. */
    private record Ends(Vendor vendor) {

        Map<String, Instant> all() {
            Map<String, Instant> ends = new HashMap<>();
            String next = vendor.base() + "/predictions";
            while (!next.isEmpty()) {
                JsonNode page = page(next);
                for (JsonNode prediction : page.path("results")) {
                    ends.put(prediction.path("id").asText(), instant(prediction, "completed_at"));
                }
                next = page.path("next").asText("");
                next = next.equals("null") ? "" : next;
            }
            return ends;
        }

        private JsonNode page(String address) {
            return Json.read(
                    Api.bytes(
                                    HttpRequest.newBuilder(URI.create(address))
                                            .header(
                                                    "Authorization",
                                                    "Bearer " + vendor.credential()))
                            .body());
        }
    }
}
