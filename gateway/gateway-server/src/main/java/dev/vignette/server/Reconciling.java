package dev.vignette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.server.settings.Environment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Has a running gateway compare its ledger with an invoice, and prints that for a person. */
final class Reconciling {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI HERE = URI.create("http://127.0.0.1:8080");
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int OK = 200;
    private static final int SERVERS_FAULT = 500;

    private final Environment environment;
    private final PrintStream out;
    private final PrintStream err;

    Reconciling(Environment environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Ends with 0 when all agrees, or does now; with 1 when something differs. */
    ExitCode reconcile(InvoiceOnDisk invoice) throws InterruptedException {
        if (!Files.isRegularFile(invoice.file())) {
            err.println("vignette: there is no file " + invoice.file());
            return ExitCode.USAGE;
        }
        URI gateway = environment.address("VIGNETTE_URL").orElse(HERE);
        try {
            return answered(gateway, asked(gateway, invoice));
        } catch (IOException broken) {
            err.println(
                    "vignette: "
                            + gateway
                            + " does not answer; is it running? Say where by VIGNETTE_URL.");
            return ExitCode.UNAVAILABLE;
        }
    }

    private HttpResponse<byte[]> asked(URI gateway, InvoiceOnDisk invoice)
            throws IOException, InterruptedException {
        String boundary = "vignette-" + UUID.randomUUID();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + "/v1/costs/reconciliations"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(PATIENCE)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(form(invoice, boundary));
        environment
                .secret("VIGNETTE_KEY")
                .ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static BodyPublisher form(InvoiceOnDisk invoice, String boundary) throws IOException {
        StringBuilder fields = new StringBuilder();
        for (Map.Entry<String, String> field : invoice.fields()) {
            fields.append(part(boundary, "name=\"" + field.getKey() + "\""))
                    .append(field.getValue())
                    .append("\r\n");
        }
        fields.append(part(boundary, "name=\"file\"; filename=\"invoice.csv\""));
        Path file = invoice.file();
        return BodyPublishers.concat(
                BodyPublishers.ofString(fields.toString(), UTF_8),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", UTF_8));
    }

    private static String part(String boundary, String disposition) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private ExitCode answered(URI gateway, HttpResponse<byte[]> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() == OK) {
            return new ReconciliationTable(out).print(body) ? ExitCode.OK : ExitCode.DIFFERENT;
        }
        err.println(gateway + ": " + body.path("title").asText("an answer nobody can read"));
        body.path("errors")
                .forEach(fault ->
                        err.println(
                                "  "
                                        + fault.path("pointer").asText()
                                        + ": "
                                        + fault.path("detail").asText()));
        if (body.path("errors").isEmpty()) {
            err.println("  " + body.path("detail").asText());
        }
        return answer.statusCode() < SERVERS_FAULT ? ExitCode.CONFIGURATION : ExitCode.UNAVAILABLE;
    }
}
