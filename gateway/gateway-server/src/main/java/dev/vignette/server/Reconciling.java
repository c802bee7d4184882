package dev.vignette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.server.RunningGateway.Answer;
import dev.vignette.server.settings.Environment;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Has a running gateway compare its ledger with an invoice, and prints that for a person. */
final class Reconciling {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int SERVERS_FAULT = 500;

    private final RunningGateway gateway;
    private final PrintStream out;
    private final PrintStream err;

    Reconciling(Environment environment, PrintStream out, PrintStream err) {
        this.gateway = new RunningGateway(environment, err);
        this.out = out;
        this.err = err;
    }

    /** Ends with 0 when all agrees, or does now; with 1 when something differs. */
    ExitCode reconcile(InvoiceOnDisk invoice) throws InterruptedException {
        String boundary = "vignette-" + UUID.randomUUID();
        try {
            BodyPublisher form = form(invoice, boundary);
            return gateway.ask(
                            "/v1/costs/reconciliations",
                            PATIENCE,
                            request -> multipart(request, form, boundary))
                    .map(this::answered)
                    .orElse(ExitCode.UNAVAILABLE);
        } catch (FileNotFoundException _) {
            err.println("vignette: there is no file " + invoice.file());
            return ExitCode.USAGE;
        }
    }

    private static HttpRequest.Builder multipart(
            HttpRequest.Builder request, BodyPublisher form, String boundary) {
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form);
    }

    private static BodyPublisher form(InvoiceOnDisk invoice, String boundary)
            throws FileNotFoundException {
        StringBuilder fields = new StringBuilder();
        for (Map.Entry<String, String> field : invoice.fields()) {
            fields.append(part(boundary, "name=\"" + field.getKey() + "\""))
                    .append(field.getValue())
                    .append("\r\n");
        }
        fields.append(part(boundary, "name=\"file\"; filename=\"invoice.csv\""));
        return BodyPublishers.concat(
                BodyPublishers.ofString(fields.toString(), UTF_8),
                BodyPublishers.ofFile(invoice.file()),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n", UTF_8));
    }

    private static String part(String boundary, String disposition) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private ExitCode answered(Answer answer) {
        if (answer.good()) {
            return new ReconciliationTable(out).print(answer.body())
                    ? ExitCode.OK
                    : ExitCode.DIFFERENT;
        }
        gateway.tell(answer);
        return answer.status() < SERVERS_FAULT ? ExitCode.CONFIGURATION : ExitCode.UNAVAILABLE;
    }
}
