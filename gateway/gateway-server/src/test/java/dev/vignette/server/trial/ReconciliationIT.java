package dev.vignette.server.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.BuiltProgram;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The close of a month, with the built program in little memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReconciliationIT {
    private static final String PATH = "/v1/costs/reconciliations";
    private static final long GIGABYTE = 1_000_000_000;
    private static final String FILE =
            """
            vignette:
              providers:
                replicate:
                  invoice: {id: prediction, amount: cost, default-currency: USD}
              routes:
                portrait_series: [{provider: replicate, weight: 100}]
              prices:
                - {provider: replicate, per: image, amount: 0.04, currency: USD, from: 2026-01-01}
            """;

    private final YearMonth now = YearMonth.now(Clock.systemUTC());
    private final String current = now.toString();
    private final String previous = now.minusMonths(1).toString();
    private final Vendor vendor = Vendor.replicate();
    private Path directory;
    private BuiltProgram program;
    private String job = "";

    @BeforeAll
    void start(@TempDir Path fresh) throws IOException {
        directory = fresh;
        Files.writeString(directory.resolve("vignette.yml"), FILE);
        program =
                BuiltProgram.start(
                        directory,
                        Map.of(
                                "REPLICATE_API_TOKEN", vendor.credential(),
                                "REPLICATE_BASE_URL", vendor.baseUrl()),
                        List.of("-Xmx256m"));
        program.awaitReady();
    }

    @AfterAll
    void end() {
        program.close();
        vendor.close();
    }

    @Test
    @Order(1)
    void showsWhatDiffersAndWritesNothing() throws Exception {
        job = made().at("/attempts/0/provider_id").asText();

        Ended dry = reconcile("prediction,cost\n" + job + ",0.05\n", current);

        assertThat(dry.exit()).as(dry.output()).isEqualTo(1);
        assertThat(dry.output())
                .contains("a dry run, nothing was written")
                .containsPattern("USD +0\\.04 +0\\.05 +0\\.01")
                .containsPattern("2 +" + job + " +0\\.05 +0\\.04 +0\\.01 USD +other amount");
        assertThat(spent()).isEqualTo("0.04");
    }

    @Test
    @Order(2)
    void correctsTheLedgerOnce() throws Exception {
        String invoice = "prediction,cost\n" + job + ",0.05\n";

        Ended applied = reconcile(invoice, current, "--apply");
        Ended again = reconcile(invoice, current, "--apply");

        assertThat(applied.exit()).as(applied.output()).isZero();
        assertThat(applied.output()).contains("1 lines were written into the ledger");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("0 lines were written into the ledger");
        assertThat(spent()).isEqualTo("0.05");
        assertThat(charged(2).getLast()).contains("\"type\":\"correction\"", "\"0.01\"");
    }

    @Test
    @Order(3)
    void closesNoMonthThatGoesOn() throws Exception {
        Ended early =
                reconcile("prediction,cost\n" + job + ",0.05\n", current, "--apply", "--close");

        assertThat(early.exit()).isEqualTo(78);
        assertThat(early.output()).contains("The month goes on");
    }

    @Test
    @Order(4)
    void closesTheMonthBeforeAndCorrectsItAfterwards() throws Exception {
        String header = "prediction,time,cost\n";
        String line = "stranger," + previous + "-07T12:00:00Z,";

        Ended closed = reconcile(header + line + "0.03\n", previous, "--apply", "--close");
        Ended twice = reconcile(header + line + "0.03\n", previous, "--apply", "--close");
        Ended late = reconcile(header + line + "0.02\n", previous, "--apply");

        assertThat(closed.exit()).as(closed.output()).isZero();
        assertThat(closed.output()).contains("1 lines were written into the ledger, and the month");
        assertThat(twice.exit()).isEqualTo(78);
        assertThat(twice.output()).contains("The month is closed already");
        assertThat(late.exit()).as(late.output()).isZero();
        List<String> lines = charged(4);
        assertThat(lines.get(2)).contains("\"charged_at\":\"" + previous + "-07T12:00:00Z\"");
        assertThat(lines.get(3))
                .contains("\"type\":\"correction\"", "\"charged_at\":\"" + current, "\"-0.01\"");
    }

    @Test
    @Order(5)
    void saysWhichLineIsAtFault() throws Exception {
        Ended bad = reconcile("prediction,cost\nj1,0.04\nj2,\"0,04\"\n", current);

        assertThat(bad.exit()).isEqualTo(78);
        assertThat(bad.output()).contains("line 3: the amount '0,04' has a decimal comma");
    }

    @Test
    @Order(6)
    void comparesWithTheListThatTheProviderKeeps() throws Exception {
        JsonNode found =
                BuiltProgram.json(
                        program.post(
                                at(PATH),
                                "{\"provider\": \"replicate\", \"month\": \"" + current + "\"}"));

        assertThat(found.at("/counts/matched").asLong()).as(found.toString()).isEqualTo(1);
        assertThat(found.path("lines")).isEmpty();
        assertThat(found.path("dry_run").asBoolean()).isTrue();
    }

    @Test
    @Order(7)
    void writesAHundredThousandLinesAtOnceAndOnlyOnce() throws Exception {
        Path invoice = directory.resolve("large.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(invoice)) {
            writer.write("prediction,cost\n" + job + ",0.05\n");
            for (int i = 0; i < 100_000; i++) {
                writer.write("job-" + i + ",0.000001\n");
            }
        }

        Ended applied = reconcile(invoice, current, "--apply");
        Ended again = reconcile(invoice, current, "--apply");

        // What the month before was corrected by is of another invoice, and stays.
        assertThat(applied.exit()).as(applied.output()).isZero();
        assertThat(applied.output()).contains("100000 lines were written");
        assertThat(again.output())
                .contains("0 lines were written")
                .containsPattern("USD +0\\.15 +0\\.15 ");
        assertThat(spent()).isEqualTo("0.14");
    }

    @Test
    @Order(8)
    void refusesAGigabyteInLittleMemory() throws Exception {
        assertThat(upload(false)).startsWith("HTTP/1.1 413");
        assertThat(upload(true)).startsWith("HTTP/1.1 413");

        assertThat(program.get(at("/v1/costs")).statusCode()).isEqualTo(200);
        assertThat(directory.resolve("vignette-data/uploads")).isEmptyDirectory();
        assertThat(program.output()).doesNotContain("OutOfMemory");
    }

    /** Sends a gigabyte, or as much of it as is taken, and returns the first line of the answer. */
    private String upload(boolean announced) throws IOException {
        URI api = program.api();
        byte[] line = "prediction-of-some-length,0.04,USD\n".repeat(30_000).getBytes(UTF_8);
        String head =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"i.csv\"\r\n\r\n";
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.setSoTimeout(90_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(
                    ("POST "
                                    + PATH
                                    + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: multipart/form-data; boundary=b\r\n"
                                    + (announced
                                            ? "Content-Length: " + GIGABYTE
                                            : "Transfer-Encoding: chunked")
                                    + "\r\n\r\n")
                            .getBytes(UTF_8));
            write(out, head.getBytes(UTF_8), announced);
            for (long sent = 0; sent < GIGABYTE && in.available() == 0; sent += line.length) {
                write(out, line, announced);
            }
            byte[] answer = new byte[64];
            int read = in.read(answer);
            return new String(answer, 0, Math.max(0, read), UTF_8);
        }
    }

    private static void write(OutputStream out, byte[] bytes, boolean plain) throws IOException {
        if (!plain) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        }
        out.write(bytes);
        if (!plain) {
            out.write("\r\n".getBytes(UTF_8));
        }
        out.flush();
    }

    /** How the command ended, and what it said. */
    private record Ended(int exit, String output) {}

    private Ended reconcile(String invoice, String month, String... options) throws Exception {
        return reconcile(
                Files.writeString(directory.resolve("invoice.csv"), invoice), month, options);
    }

    private Ended reconcile(Path invoice, String month, String... options) throws Exception {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-jar",
                                        Path.of("target", "vignette.jar")
                                                .toAbsolutePath()
                                                .toString(),
                                        "reconcile",
                                        invoice.toString(),
                                        "--provider",
                                        "replicate",
                                        "--month",
                                        month),
                                Stream.of(options))
                        .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VIGNETTE_URL", program.api().toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private JsonNode made() throws Exception {
        return BuiltProgram.json(
                program.post(at("/v1/generations"), Gateway.written(Gateway.series())));
    }

    private String spent() throws Exception {
        return BuiltProgram.json(program.get(at("/v1/costs"))).at("/data/0/amount").asText();
    }

    /** The cost log, which follows the ledger, once it has as many lines. */
    private List<String> charged(int lines) {
        program.await("the cost log lags", () -> log().size() >= lines);
        assertThat(log()).hasSize(lines);
        return log();
    }

    private List<String> log() {
        try {
            Path log = directory.resolve("vignette-data/logs/cost.jsonl");
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private URI at(String path) {
        return program.api().resolve(path);
    }
}
