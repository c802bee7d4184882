package dev.vignette.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Orders;
import dev.vignette.benchmark.process.Pauses;
import dev.vignette.benchmark.process.Workbench;
import dev.vignette.benchmark.vendor.DistantMain;
import dev.vignette.benchmark.vendor.Vendor;
import dev.vignette.sandbox.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long after its end a prediction is known to have ended while 2,000 are in flight, nobody
 * calls back, and the account may be asked 3,000 times a minute: by watching the list, and the same
 * with a list that cannot be read, so that each is looked at alone.
 */
final class KnowingManyEnds implements Measurement {
    private static final int IN_FLIGHT = 2_000;
    private static final int AT_A_TIME = 50;
    private static final Duration BETWEEN = Duration.ofMillis(250);
    private static final Duration WATCHED = Duration.ofMinutes(2);
    private static final Duration ALONE = Duration.ofSeconds(90);

    private final boolean alone;

    /**
     * One of the two.
     *
     * @param alone whether the list cannot be read
     */
    KnowingManyEnds(boolean alone) {
        this.alone = alone;
    }

    @Override
    public String name() {
        return alone ? "many-ends-one-by-one" : "many-ends-watched";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        return figures(alone ? "one by one" : "watched", run(bench));
    }

    private static List<Figure> figures(String how, Result result) {
        return List.of(
                Figure.of(
                                "2,000 in flight, %s: from the end to knowing it".formatted(how),
                                "p50 %.0f ms, p99 %.0f ms, most %.0f ms of %d"
                                        .formatted(
                                                result.late().median(),
                                                result.late().percentile(99),
                                                result.late().percentile(100),
                                                result.ends()))
                        .aiming(how.equals("watched") ? "p99 < 1,000 ms" : ""),
                Figure.of(
                                "2,000 in flight, %s: calls".formatted(how),
                                "%.0f a minute (%.0f of them list), %d at most in any, %d refused"
                                        .formatted(
                                                result.calls(),
                                                result.lists(),
                                                result.most(),
                                                result.refused()))
                        .aiming("< 3,000 a minute"));
    }

    private Result run(Workbench bench) {
        String order = Orders.fresh(bench.photo());
        try (Vendor vendor = bench.vendor(DistantMain.class)) {
            vendor.tell("/list", "{\"broken\": " + alone + "}");
            try (Gateway gateway =
                    bench.gateway(Settings.replicate(bench, vendor, 4 * IN_FLIGHT))) {
                return new Load(vendor, gateway.open(), order).run(alone ? ALONE : WATCHED);
            }
        }
    }

    /** Keeps that many in flight, and looks on. */
    private static final class Load {
        private final List<JsonNode> placed = new ArrayList<>();
        private final Vendor vendor;
        private final Api api;
        private final String order;

        Load(Vendor vendor, Api api, String order) {
            this.vendor = vendor;
            this.api = api;
            this.order = order;
        }

        Result run(Duration length) {
            while (state().path("in_flight").asInt() < IN_FLIGHT * 99 / 100) {
                fill();
            }
            JsonNode before = state();
            Instant begun = Instant.now();
            Instant over = begun.plus(length);
            while (Instant.now().isBefore(over)) {
                fill();
            }
            JsonNode after = state();
            return result(begun, over, before, after);
        }

        private void fill() {
            JsonNode state = state();
            int underWay = placed.size() - state.path("made").asInt();
            int missing = IN_FLIGHT - state.path("in_flight").asInt() - underWay;
            for (int i = 0; i < Math.min(missing, AT_A_TIME); i++) {
                placed.add(api.create(order, "respond-async"));
            }
            Pauses.pause(BETWEEN);
        }

        private Result result(Instant begun, Instant over, JsonNode before, JsonNode after) {
            JsonNode ends = read("/ends");
            List<Double> late = new ArrayList<>();
            for (JsonNode generation : placed) {
                JsonNode attempt = attempt(generation);
                String end = ends.path(attempt.path("provider_id").asText()).asText("");
                if (end.isEmpty()) {
                    continue;
                }
                Instant ended = Instant.parse(end);
                if (ended.isAfter(begun) && ended.isBefore(over)) {
                    late.add(millis(ended, known(generation)));
                }
            }
            double minutes = Duration.between(begun, over).toMillis() / 60_000.0;
            return new Result(
                    Samples.of(late.stream().mapToDouble(Double::doubleValue)),
                    late.size(),
                    grown(before, after, "calls") / minutes,
                    grown(before, after, "lists") / minutes,
                    after.path("most_in_a_minute").asInt(),
                    after.path("refused").asInt());
        }

        private Instant known(JsonNode generation) {
            JsonNode done = api.finished(generation, Duration.ofMinutes(5));
            return Instant.parse(done.path("attempts").path(0).path("completed_at").asText());
        }

        private JsonNode attempt(JsonNode generation) {
            return api.now(generation).path("attempts").path(0);
        }

        private JsonNode state() {
            return read("/state");
        }

        private JsonNode read(String path) {
            URI address = URI.create(vendor.control() + path);
            return Json.read(Api.bytes(HttpRequest.newBuilder(address)).body());
        }
    }

    private static double grown(JsonNode before, JsonNode after, String what) {
        return after.path(what).asDouble() - before.path(what).asDouble();
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    /** What one run came to; calls and those to the list are a minute's. */
    private record Result(
            Samples late, int ends, double calls, double lists, int most, int refused) {}
}
