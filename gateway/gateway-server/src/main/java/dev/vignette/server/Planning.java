package dev.vignette.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.server.settings.Environment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a running gateway what a file would do, and prints it for a person. */
final class Planning {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI HERE = URI.create("http://127.0.0.1:8080");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;
    private static final int REFUSED = 422;

    private final Environment environment;
    private final PrintStream out;
    private final PrintStream err;

    Planning(Environment environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    ExitCode plan(Path file) throws InterruptedException {
        URI gateway = environment.address("VIGNETTE_URL").orElse(HERE);
        try {
            return answered(gateway, asked(gateway, Files.readAllBytes(file)));
        } catch (NoSuchFileException _) {
            err.println("vignette: there is no file " + file);
            return ExitCode.USAGE;
        } catch (IOException broken) {
            err.println(
                    "vignette: "
                            + gateway
                            + " does not answer; is it running? Say where by VIGNETTE_URL.");
            return ExitCode.UNAVAILABLE;
        }
    }

    private HttpResponse<byte[]> asked(URI gateway, byte[] file)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + "/v1/config/plan"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofByteArray(file));
        environment
                .secret("VIGNETTE_KEY")
                .ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private ExitCode answered(URI gateway, HttpResponse<byte[]> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() == OK) {
            new PlanTable(out).print(body);
            return ExitCode.OK;
        }
        err.println(gateway + ": " + body.path("title").asText("an answer nobody can read"));
        body.path("errors").forEach(fault -> err.println("  " + fault.path("detail").asText()));
        if (body.path("errors").isEmpty()) {
            err.println("  " + body.path("detail").asText());
        }
        return answer.statusCode() == REFUSED ? ExitCode.CONFIGURATION : ExitCode.UNAVAILABLE;
    }
}
