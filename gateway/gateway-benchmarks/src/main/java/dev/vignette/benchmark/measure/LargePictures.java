package dev.vignette.benchmark.measure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Orders;
import dev.vignette.benchmark.process.Workbench;
import dev.vignette.benchmark.vendor.InstantMain;
import dev.vignette.benchmark.vendor.Vendor;
import dev.vignette.tck.objects.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** 64 pictures of 10 MB, bought at once and copied into a bucket, with little memory. */
final class LargePictures implements Measurement {
    private static final int PICTURES = 64;

    /** A picture of that many pixels a side has about 10 MB. */
    private static final int SIDE = 1825;

    private static final double MEGABYTE = 1e6;

    @Override
    public String name() {
        return "large-pictures";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        try (Vendor vendor = bench.vendor(InstantMain.class, String.valueOf(SIDE));
                S3Server bucket = S3Server.start(bench.directory().resolve("s3"))) {
            Map<String, String> variables = Settings.modelsLab(bench, vendor, PICTURES);
            variables.put("JAVA_OPTS", "-Xmx256m");
            variables.put("VIGNETTE_S3_BUCKET", S3Server.BUCKET);
            variables.put("VIGNETTE_S3_ENDPOINT", bucket.endpoint().toString());
            variables.put("VIGNETTE_S3_REGION", "us-east-1");
            variables.put("VIGNETTE_S3_PATH_STYLE", "true");
            variables.put("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY_ID);
            variables.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_ACCESS_KEY);
            try (Gateway gateway = bench.gateway(variables)) {
                return figures(gateway, made(gateway.open(), Orders.fresh(bench.photo())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> made(Api api, String order) {
        List<JsonNode> accepted =
                Stream.generate(() -> api.create(order, "respond-async")).limit(PICTURES).toList();
        return accepted.stream()
                .map(generation -> api.finished(generation, Duration.ofMinutes(3)))
                .toList();
    }

    private static List<Figure> figures(Gateway gateway, List<JsonNode> made) {
        long bytes =
                made.stream()
                        .mapToLong(one -> one.path("images").path(0).path("bytes").asLong())
                        .sum();
        Instant first =
                times(made, one -> one.path("attempts").path(0))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        Instant last = times(made, one -> one).max(Comparator.naturalOrder()).orElseThrow();
        double seconds = Duration.between(first, last).toMillis() / 1000.0;
        return List.of(
                Figure.of(
                        "%d pictures of 10 MB to S3, -Xmx256m".formatted(PICTURES),
                        "%.0f MB/s (%.0f MB in %.1f s), all stored"
                                .formatted(bytes / MEGABYTE / seconds, bytes / MEGABYTE, seconds)),
                Figure.of(
                        "  its peak memory (RSS)",
                        "%d MB".formatted(gateway.process().peakMegabytes())));
    }

    private static Stream<Instant> times(List<JsonNode> made, Function<JsonNode, JsonNode> of) {
        return made.stream().map(one -> Instant.parse(of.apply(one).path("completed_at").asText()));
    }
}
