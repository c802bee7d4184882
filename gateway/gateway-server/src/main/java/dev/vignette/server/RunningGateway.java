package dev.vignette.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.server.settings.Environment;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The gateway that a command asks, where the environment says that it is. */
final class RunningGateway {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI HERE = URI.create("http://127.0.0.1:8080");
    private static final int OK = 200;

    private final Environment environment;
    private final URI address;
    private final PrintStream err;

    /** As the environment says: {@code VIGNETTE_URL} and {@code VIGNETTE_KEY}. */
    RunningGateway(Environment environment, PrintStream err) {
        this.environment = environment;
        this.address = environment.address("VIGNETTE_URL").orElse(HERE);
        this.err = err;
    }

    /**
     * What it answered.
     *
     * @param status the HTTP status
     * @param body its JSON
     */
    record Answer(int status, JsonNode body) {
        boolean good() {
            return status == OK;
        }
    }

    /** Where it is. */
    URI address() {
        return address;
    }

    /**
     * Asks it; empty when nobody answers there, or nobody that is a gateway, which has been said.
     *
     * @param path with its query
     * @param patience how long an answer may take
     * @param request what is sent
     */
    Optional<Answer> ask(String path, Duration patience, UnaryOperator<HttpRequest.Builder> request)
            throws InterruptedException {
        HttpRequest.Builder begun =
                HttpRequest.newBuilder(URI.create(address + path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(patience)
                        .header("Accept", "application/json");
        environment
                .secret("VIGNETTE_KEY")
                .ifPresent(key -> begun.header("Authorization", "Bearer " + key.reveal()));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    http.send(request.apply(begun).build(), BodyHandlers.ofByteArray());
            return Optional.of(new Answer(answer.statusCode(), JSON.readTree(answer.body())));
        } catch (JsonProcessingException _) {
            err.println(
                    "vignette: " + address + " is no Vignette; say where one is by VIGNETTE_URL.");
        } catch (IOException _) {
            err.println(
                    "vignette: "
                            + address
                            + " does not answer; is it running? Say where by VIGNETTE_URL.");
        }
        return Optional.empty();
    }

    /** Says why it refused: the members at fault, or else the detail. */
    void tell(Answer refusal) {
        JsonNode body = refusal.body();
        err.println(address + ": " + body.path("title").asText("an answer nobody can read"));
        for (JsonNode fault : body.path("errors")) {
            String pointer = fault.path("pointer").asText();
            err.println(
                    "  "
                            + (pointer.isEmpty() ? "" : pointer + ": ")
                            + fault.path("detail").asText());
        }
        if (body.path("errors").isEmpty()) {
            err.println("  " + body.path("detail").asText());
        }
    }
}
