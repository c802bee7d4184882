package dev.vignette.benchmark.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Workbench;
import dev.vignette.sandbox.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A million charges in one month: reports of them and their export, with little memory. */
final class LargeLedger implements Measurement {
    private static final int LINES = 1_000_000;
    private static final double MEGABYTE = 1e6;
    private static final String EVERYTHING =
            "&columns=generations,attempts,images,amount,unpriced,median_seconds,p95_seconds";
    private static final Map<String, String> NOBODY =
            Map.of(
                    "REPLICATE_API_TOKEN",
                    "unused",
                    "REPLICATE_BASE_URL",
                    "http://127.0.0.1:9/v1",
                    "JAVA_OPTS",
                    "-Xmx256m");

    @Override
    public String name() {
        return "large-ledger";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        bench.gateway(NOBODY).close(); // makes the tables
        FilledLedger ledger =
                FilledLedger.in(bench.directory().resolve("gateway/vignette-data"), LINES);
        try (Gateway gateway = bench.gateway(NOBODY)) {
            List<Figure> figures = new ArrayList<>();
            for (String group :
                    List.of(
                            "provider",
                            "client,kind",
                            "day",
                            "week",
                            "month",
                            "labels.cost_center")) {
                figures.add(report(gateway, ledger, group, ""));
            }
            figures.add(report(gateway, ledger, "provider", EVERYTHING));
            figures.add(report(gateway, ledger, "day", "&currency=EUR"));
            figures.add(peak(gateway, "reports"));
            figures.add(export(gateway, "jsonl", LINES));
            figures.add(export(gateway, "csv", LINES + 1));
            figures.add(peak(gateway, "reports and exports").aiming("-Xmx256m"));
            return figures;
        }
    }

    private static Figure report(Gateway gateway, FilledLedger ledger, String group, String more) {
        URI address =
                gateway.api()
                        .resolve(
                                "/v1/costs?timezone=UTC&month="
                                        + FilledLedger.MONTH
                                        + "&group_by="
                                        + group
                                        + more);
        long begun = System.nanoTime();
        JsonNode report = Json.read(Api.text(address).getBytes(UTF_8));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long micros = 0;
        for (JsonNode row : report.path("data")) {
            micros +=
                    new BigDecimal(row.path("amount").asText()).movePointRight(6).longValueExact();
        }
        if (micros != ledger.micros()) {
            throw new IllegalStateException(
                    group + " comes to " + micros + " and not to " + ledger.micros());
        }
        return Figure.of(
                "%,d charges by %s%s"
                        .formatted(
                                ledger.lines(),
                                group,
                                more.contains("p95")
                                        ? " with median and p95"
                                        : more.contains("currency") ? " in another currency" : ""),
                "%.1f s, exact".formatted(seconds));
    }

    private static Figure export(Gateway gateway, String format, int expected) {
        URI address =
                gateway.api()
                        .resolve(
                                "/v1/costs/entries?month="
                                        + FilledLedger.MONTH
                                        + "&format="
                                        + format);
        long begun = System.nanoTime();
        long bytes = 0;
        int lines = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream stream = Api.stream(address)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines != expected) {
            throw new IllegalStateException(format + " has " + lines + " lines");
        }
        return Figure.of(
                "%,d charges as %s".formatted(LINES, format),
                "%.1f s, %.0f MB, all there"
                        .formatted((System.nanoTime() - begun) / 1e9, bytes / MEGABYTE));
    }

    private static Figure peak(Gateway gateway, String after) {
        return Figure.of(
                "  its peak memory after " + after,
                "RSS %d MB".formatted(gateway.process().peakMegabytes()));
    }
}
