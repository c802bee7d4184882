package dev.vignette.server;

import dev.vignette.server.RunningGateway.Answer;
import dev.vignette.server.settings.Environment;
import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a running gateway what a file would do, and prints it for a person. */
final class Planning {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int REFUSED = 422;

    private final RunningGateway gateway;
    private final PrintStream out;
    private final PrintStream err;

    Planning(Environment environment, PrintStream out, PrintStream err) {
        this.gateway = new RunningGateway(environment, err);
        this.out = out;
        this.err = err;
    }

    ExitCode plan(Path file) throws InterruptedException {
        try {
            BodyPublisher body = BodyPublishers.ofFile(file);
            return gateway.ask("/v1/config/plan", PATIENCE, request -> yaml(request, body))
                    .map(this::answered)
                    .orElse(ExitCode.UNAVAILABLE);
        } catch (FileNotFoundException _) {
            err.println("vignette: there is no file " + file);
            return ExitCode.USAGE;
        }
    }

    private static HttpRequest.Builder yaml(HttpRequest.Builder request, BodyPublisher body) {
        return request.header("Content-Type", "application/yaml").POST(body);
    }

    private ExitCode answered(Answer answer) {
        if (answer.good()) {
            new PlanTable(out).print(answer.body());
            return ExitCode.OK;
        }
        gateway.tell(answer);
        return answer.status() == REFUSED ? ExitCode.CONFIGURATION : ExitCode.UNAVAILABLE;
    }
}
