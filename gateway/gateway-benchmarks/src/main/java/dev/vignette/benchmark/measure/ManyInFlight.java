package dev.vignette.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Orders;
import dev.vignette.benchmark.process.Workbench;
import dev.vignette.benchmark.vendor.ReplicateMain;
import dev.vignette.benchmark.vendor.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 2,000 predictions on their way at once at Replicate, with little memory. */
final class ManyInFlight implements Measurement {
    private static final int PREDICTIONS = 2_000;
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

    @Override
    public String name() {
        return "many-in-flight";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        String order = Orders.fresh(bench.photo());
        try (Vendor vendor = bench.vendor(ReplicateMain.class)) {
            vendor.tell("/limits", "{\"orders_per_minute\": 600000, \"reads_per_minute\": 600000}");
            // Longer than placing all orders takes: then all of them are on their way at once.
            vendor.tell("/pace", "{\"picture_millis\": 40000}");
            Map<String, String> variables = Settings.replicate(bench, vendor, PREDICTIONS);
            Path collections = bench.directory().resolve("collections.log");
            variables.put("JAVA_OPTS", "-Xmx256m -Xlog:gc:file=" + collections);
            try (Gateway gateway = bench.gateway(variables)) {
                long begun = System.nanoTime();
                finish(gateway.open(), order);
                double seconds = (System.nanoTime() - begun) / 1e9;
                return figures(gateway, seconds, read(collections));
            }
        }
    }

    private static void finish(Api api, String order) {
        List<JsonNode> accepted =
                Stream.generate(() -> api.create(order, "respond-async"))
                        .limit(PREDICTIONS)
                        .toList();
        accepted.forEach(generation -> api.finished(generation, Duration.ofMinutes(4)));
    }

    private static List<Figure> figures(Gateway gateway, double seconds, String collections) {
        long used = 0;
        long kept = 0;
        Matcher line = COLLECTION.matcher(collections);
        while (line.find()) {
            used = Math.max(used, Long.parseLong(line.group(1)));
            kept = Math.max(kept, Long.parseLong(line.group(2)));
        }
        return List.of(
                Figure.of(
                        "%d predictions in flight, -Xmx256m".formatted(PREDICTIONS),
                        "all succeeded, in %.0f s".formatted(seconds)),
                Figure.of(
                        "  its peak memory",
                        "heap %d MB, %d MB after a collection, RSS %d MB"
                                .formatted(used, kept, gateway.process().peakMegabytes())));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
