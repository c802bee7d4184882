package dev.vignette.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.baseline.BaselineMain;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Child;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Orders;
import dev.vignette.benchmark.process.Workbench;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Requests a second that are served from the cache, each with a durable row of its own, beside an
 * endpoint of the same make that reads the same body and answers a constant. They take turns, so
 * that whatever else the machine does meets both.
 */
final class CachedHit implements Measurement {
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 10;
    private static final int TURNS = 3;
    private static final int CONNECTIONS = 64;
    private static final Pattern BASELINE =
            Pattern.compile("(?m)^baseline ready on (http://\\S+)$");

    @Override
    public String name() {
        return "cached-hit";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        if (!Wrk.installed()) {
            return List.of(
                    new Figure("cached hit", "wrk is not installed (Debian package wrk)", ""));
        }
        String body = Orders.text(Orders.headshot(bench.photo()));
        try (Gateway gateway = bench.gateway(Map.of(), "--sandbox");
                Child baseline = bench.java("baseline", BaselineMain.class)) {
            fill(gateway, body);
            Wrk wrk = new Wrk(bench, body, CONNECTIONS);
            URI hits = gateway.api().resolve("/v1/generations");
            URI constant = URI.create(baseline.await(BASELINE)).resolve("/v1/generations");
            wrk.post(hits, WARM_UP_SECONDS);
            wrk.post(constant, WARM_UP_SECONDS);
            return figures(gateway, wrk, hits, constant);
        }
    }

    private static void fill(Gateway gateway, String body) {
        Api api = gateway.open();
        api.finished(api.create(body, "wait=30"), Duration.ofMinutes(1));
        JsonNode hit = api.create(body, "wait=30");
        if (!hit.path("cache").path("hit").asBoolean()) {
            throw new IllegalStateException("the second identical request was no hit: " + hit);
        }
    }

    private static List<Figure> figures(Gateway gateway, Wrk wrk, URI hits, URI constant) {
        double rowsBefore = hitsCounted(gateway);
        List<Wrk.Result> ours = new ArrayList<>();
        List<Wrk.Result> plain = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            ours.add(wrk.post(hits, SECONDS));
            plain.add(wrk.post(constant, SECONDS));
        }
        double rows = hitsCounted(gateway) - rowsBefore;
        double share = 100 * perSecond(ours) / perSecond(plain);
        return List.of(
                line("cached hit, own row each", ours),
                line("same body, constant answer", plain),
                Figure.of("cached hit's share of it", "%.0f %%".formatted(share)).aiming(">= 60 %"),
                Figure.of("hits accepted meanwhile", "%.0f".formatted(rows)));
    }

    private static double hitsCounted(Gateway gateway) {
        return gateway.metric("vignette_requests_total", "cache=\"hit\"");
    }

    private static Figure line(String what, List<Wrk.Result> results) {
        return Figure.of(
                what,
                "%.0f/s, p50 %.2f ms, p99 %.2f ms"
                        .formatted(
                                perSecond(results),
                                median(results.stream().map(Wrk.Result::median).toList()),
                                median(results.stream().map(Wrk.Result::p99).toList())));
    }

    private static double perSecond(List<Wrk.Result> results) {
        return median(results.stream().map(Wrk.Result::perSecond).toList());
    }

    private static double median(List<Double> values) {
        return Samples.of(values.stream().mapToDouble(Double::doubleValue)).median();
    }
}
