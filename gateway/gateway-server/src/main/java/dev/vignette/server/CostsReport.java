package dev.vignette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.RunningGateway.Answer;
import dev.vignette.server.settings.Environment;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks a running gateway what was spent, and prints it for a person. */
final class CostsReport {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int INVALID = 422;

    private final RunningGateway gateway;
    private final PrintStream out;
    private final PrintStream err;

    CostsReport(Environment environment, PrintStream out, PrintStream err) {
        this.gateway = new RunningGateway(environment, err);
        this.out = out;
        this.err = err;
    }

    ExitCode print(Command.Costs costs) throws InterruptedException {
        return gateway.ask("/v1/costs?" + query(costs), PATIENCE, HttpRequest.Builder::GET)
                .map(this::answered)
                .orElse(ExitCode.UNAVAILABLE);
    }

    private static String query(Command.Costs costs) {
        Map<String, String> parameters = new TreeMap<>(costs.parameters());
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + '=' + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private ExitCode answered(Answer answer) {
        return switch (answer.status()) {
            case OK -> {
                new CostsTable(out).print(answer.body());
                yield ExitCode.OK;
            }
            case INVALID -> {
                answer.body().path("errors").forEach(this::printFault);
                yield ExitCode.USAGE;
            }
            case UNAUTHENTICATED, FORBIDDEN -> {
                err.println(
                        "vignette: "
                                + gateway.address()
                                + " wants a key with the scope costs:read; set VIGNETTE_KEY.");
                yield ExitCode.CONFIGURATION;
            }
            default -> {
                gateway.tell(answer);
                yield ExitCode.UNAVAILABLE;
            }
        };
    }

    private void printFault(JsonNode fault) {
        String parameter = fault.path("pointer").asText().substring(1);
        err.println(
                "vignette: " + CostsLine.option(parameter) + " " + fault.path("detail").asText());
    }
}
