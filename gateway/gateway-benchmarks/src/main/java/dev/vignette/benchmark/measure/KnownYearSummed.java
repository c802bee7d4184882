package dev.vignette.benchmark.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.benchmark.ledger.KnownLine;
import dev.vignette.benchmark.ledger.KnownYear;
import dev.vignette.benchmark.process.Api;
import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Workbench;
import dev.vignette.sandbox.Json;
import dev.vignette.tck.objects.S3Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A year of a million charges whose sums are known: reports, the FOCUS file and the reconciliation
 * have to come to them to the last millionth, with little memory; one month also on PostgreSQL.
 */
final class KnownYearSummed implements Measurement {
    private static final KnownYear YEAR = new KnownYear(1_000_000);
    private static final YearMonth JUNE = YearMonth.of(KnownLine.YEAR, 6);
    private static final String SPAN = "from=2025-01-01&to=2026-01-01";
    private static final String USER = "postgres";
    private static final int MICRO_DIGITS = 6;
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
        return "known-year";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .start();
                S3Server bucket = S3Server.start(bench.directory().resolve("s3"))) {
            List<Figure> figures = new ArrayList<>();
            JsonNode june = embedded(bench.in("sqlite"), figures);
            JsonNode same = shared(bench.in("postgresql"), postgres, bucket, figures);
            expect("the month in both databases", june, same);
            figures.add(Figure.of("the same month in both databases", "the same answer"));
            return figures;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the year cannot be made", e);
        }
    }

    private static JsonNode embedded(Workbench bench, List<Figure> figures) throws SQLException {
        bench.gateway(NOBODY).close(); // makes the tables
        Path data = bench.directory().resolve("gateway/vignette-data");
        try (Connection database =
                DriverManager.getConnection("jdbc:sqlite:" + data.resolve("rows.db"))) {
            YEAR.fill(database);
        }
        YEAR.skipLog(data);
        try (Gateway gateway = bench.gateway(NOBODY)) {
            return summed(bench, gateway, "SQLite", figures);
        }
    }

    private static JsonNode shared(
            Workbench bench, EmbeddedPostgres postgres, S3Server bucket, List<Figure> figures)
            throws SQLException {
        Map<String, String> variables = new HashMap<>(NOBODY);
        String address = postgres.getJdbcUrl(USER, USER);
        variables.put("VIGNETTE_DATABASE_URL", address.replaceAll("\\?.*", ""));
        variables.put("VIGNETTE_DATABASE_USERNAME", USER);
        variables.put("VIGNETTE_S3_BUCKET", S3Server.BUCKET);
        variables.put("VIGNETTE_S3_ENDPOINT", bucket.endpoint().toString());
        variables.put("VIGNETTE_S3_REGION", "us-east-1");
        variables.put("VIGNETTE_S3_PATH_STYLE", "true");
        variables.put("AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY_ID);
        variables.put("AWS_SECRET_ACCESS_KEY", S3Server.SECRET_ACCESS_KEY);
        bench.gateway(variables).close(); // makes the tables
        try (Connection database = DriverManager.getConnection(address)) {
            YEAR.fill(database);
        }
        YEAR.skipLog(bench.directory().resolve("gateway/vignette-data"));
        try (Gateway gateway = bench.gateway(variables)) {
            return summed(bench, gateway, "PostgreSQL", figures);
        }
    }

    /** Sums the year up in every way; returns the report of one month. */
    private static JsonNode summed(
            Workbench bench, Gateway gateway, String database, List<Figure> figures) {
        figures.add(timed(database + ": the year by month and provider", () -> report(gateway)));
        figures.add(timed(database + ": the year as FOCUS", () -> focus(gateway)));
        figures.add(
                timed(
                        database + ": June beside its invoice",
                        () -> matched(bench, gateway, "replicate")));
        JsonNode june = june(gateway);
        figures.add(
                timed(
                        database + ": June beside an invoice that differs, applied",
                        () -> applied(bench, gateway, "modelslab")));
        figures.add(
                Figure.of(
                                "  its peak memory (RSS) on " + database,
                                "%d MB".formatted(gateway.process().peakMegabytes()))
                        .aiming("-Xmx256m"));
        return june;
    }

    private static String report(Gateway gateway) {
        JsonNode report = read(gateway, "/v1/costs?group_by=month,provider&" + SPAN);
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode row : report.path("data")) {
            if (!row.path("amount").isNull()) {
                sums.merge(
                        row.path("month").asText() + " " + row.path("provider").asText(),
                        micros(row.path("amount").asText()),
                        Long::sum);
            }
        }
        expect("the report", YEAR.truth(), sums);
        return "%d sums, exact".formatted(sums.size());
    }

    private static String focus(Gateway gateway) {
        URI address = gateway.api().resolve("/v1/costs/focus?version=1.2&" + SPAN);
        Map<String, Long> sums = new TreeMap<>();
        long rows = 0;
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader text = new InputStreamReader(Api.stream(address), UTF_8)) {
            for (CSVRecord row : format.parse(text)) {
                rows++;
                sums.merge(
                        row.get("BillingCurrency"), micros(row.get("BilledCost")), Long::sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        expect(
                "the FOCUS file",
                Map.of("EUR", YEAR.total("EUR"), "USD", YEAR.total("USD")),
                new HashMap<>(sums));
        return "%,d rows, exact".formatted(rows);
    }

    private static String matched(Workbench bench, Gateway gateway, String provider) {
        Path file = bench.directory().resolve("june-" + provider + ".csv");
        long invoice = YEAR.invoice(file, JUNE, provider, 0);
        JsonNode answer = reconciled(gateway, file, provider, true);
        JsonNode total = answer.path("totals").path(0);
        expect("the invoice", invoice, micros(total.path("invoice").asText()));
        expect("the ledger", invoice, micros(total.path("ledger").asText()));
        expect("what differs", 0L, micros(total.path("difference").asText()));
        return "%,d matched, exact".formatted(answer.path("counts").path("matched").asLong());
    }

    private static String applied(Workbench bench, Gateway gateway, String provider) {
        Path file = bench.directory().resolve("june-" + provider + "-off.csv");
        long invoice = YEAR.invoice(file, JUNE, provider, 1);
        JsonNode answer = reconciled(gateway, file, provider, false);
        JsonNode again = reconciled(gateway, file, provider, false);
        expect("corrections the second time", 0L, again.path("corrections").asLong());
        JsonNode report =
                read(gateway, "/v1/costs?group_by=provider&provider=" + provider + "&month=" + JUNE);
        long ledger = 0;
        for (JsonNode row : report.path("data")) {
            ledger += row.path("amount").isNull() ? 0 : micros(row.path("amount").asText());
        }
        expect("the ledger after it", invoice, ledger);
        return "%,d corrections, exact".formatted(answer.path("corrections").asLong());
    }

    private static JsonNode june(Gateway gateway) {
        return read(gateway, "/v1/costs?group_by=provider,client,kind,outcome&month=" + JUNE);
    }

    private static JsonNode reconciled(
            Gateway gateway, Path file, String provider, boolean dryRun) {
        return Json.read(
                Api.upload(
                                gateway.api().resolve("/v1/costs/reconciliations"),
                                Map.of(
                                        "provider",
                                        provider,
                                        "month",
                                        JUNE.toString(),
                                        "dry_run",
                                        String.valueOf(dryRun)),
                                file)
                        .getBytes(UTF_8));
    }

    private static JsonNode read(Gateway gateway, String path) {
        return Json.read(
                Api.bytes(HttpRequest.newBuilder(gateway.api().resolve(path))).body());
    }

    private static Figure timed(String what, Supplier<String> work) {
        long begun = System.nanoTime();
        String result = work.get();
        return Figure.of(
                what, "%.1f s, %s".formatted((System.nanoTime() - begun) / 1e9, result));
    }

    private static long micros(String amount) {
        return new BigDecimal(amount).movePointRight(MICRO_DIGITS).longValueExact();
    }

    private static void expect(String what, Object known, Object found) {
        if (!known.equals(found)) {
            throw new IllegalStateException(
                    "%s comes to %s and not to %s".formatted(what, found, known));
        }
    }
}
