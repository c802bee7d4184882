package dev.vignette.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.server.settings.Environment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks a running gateway what was spent, and prints it for a person. */
final class CostsReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI HERE = URI.create("http://127.0.0.1:8080");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int INVALID = 422;

    private final Environment environment;
    private final PrintStream out;
    private final PrintStream err;

    CostsReport(Environment environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    ExitCode print(Command.Costs costs) throws InterruptedException {
        URI gateway = environment.address("VIGNETTE_URL").orElse(HERE);
        try {
            return answered(gateway, asked(gateway, costs.parameters()));
        } catch (JsonProcessingException _) {
            err.println(
                    "vignette: " + gateway + " is no Vignette; say where one is by VIGNETTE_URL.");
            return ExitCode.UNAVAILABLE;
        } catch (IOException _) {
            err.println(
                    "vignette: "
                            + gateway
                            + " does not answer; is it running? Say where by VIGNETTE_URL.");
            return ExitCode.UNAVAILABLE;
        }
    }

    private HttpResponse<byte[]> asked(URI gateway, Map<String, String> parameters)
            throws IOException, InterruptedException {
        String query =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(one ->
                                        one.getKey()
                                                + '='
                                                + URLEncoder.encode(one.getValue(), UTF_8))
                                .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + "/v1/costs?" + query))
                        .timeout(PATIENCE)
                        .header("Accept", "application/json");
        environment
                .secret("VIGNETTE_KEY")
                .ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private ExitCode answered(URI gateway, HttpResponse<byte[]> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        return switch (answer.statusCode()) {
            case OK -> {
                new CostsTable(out).print(body);
                yield ExitCode.OK;
            }
            case INVALID -> {
                body.path("errors").forEach(this::printFault);
                yield ExitCode.USAGE;
            }
            case UNAUTHENTICATED, FORBIDDEN -> {
                err.println(
                        "vignette: "
                                + gateway
                                + " wants a key with the scope costs:read; set VIGNETTE_KEY.");
                yield ExitCode.CONFIGURATION;
            }
            default -> {
                err.println("vignette: " + gateway + ": " + body.path("title").asText("no report"));
                err.println("  " + body.path("detail").asText());
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
