package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.BuiltProgram;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An orderly end, and what keeps two processes from one data directory. */
@ExtendWith(SharedGateway.class)
class StopIT {
    private static final int CALLERS = 5;

    @Test
    void lettingGoOfCallersAndKeepingWhatRuns(@TempDir Path directory) throws Exception {
        try (Gateway gateway = Gateway.start(directory, Map.of())) {
            gateway.replicate().pictureTakes(8_000);
            List<CompletableFuture<HttpResponse<String>>> waiting =
                    IntStream.range(0, CALLERS).mapToObj(_ -> waiting(gateway)).toList();
            gateway.program().await("not ordered", () -> taken(gateway) == CALLERS);

            gateway.program().terminate();

            for (CompletableFuture<HttpResponse<String>> caller : waiting) {
                HttpResponse<String> answer = caller.join();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
                assertThat(answer.headers().firstValue("Location")).isPresent();
            }
            assertThat(gateway.program().awaitEnd()).isIn(0, 143);
            gateway.restart();
            for (CompletableFuture<HttpResponse<String>> caller : waiting) {
                String id = Gateway.read(caller.join()).path("id").asText();
                assertThat(gateway.ended(id).path("status").asText()).isEqualTo("succeeded");
            }
            assertThat(gateway.replicate().orders()).hasSize(CALLERS);
        }
    }

    @Test
    void oneProcessOnly(Gateway gateway) throws Exception {
        try (BuiltProgram second = gateway.another()) {
            assertThat(second.awaitEnd()).isEqualTo(78);

            assertThat(second.output().lines().filter(line -> !line.startsWith("{")))
                    .singleElement()
                    .asString()
                    .contains("in use by another process", "VIGNETTE_DATA_DIR");
            assertThat(gateway.get("/v1/kinds").statusCode()).isEqualTo(200);
        }
    }

    private static int taken(Gateway gateway) {
        return gateway.replicate().taken().size();
    }

    private static CompletableFuture<HttpResponse<String>> waiting(Gateway gateway) {
        try {
            return gateway.http()
                    .sendAsync(
                            gateway.asking(Gateway.written(Gateway.series()), "Prefer", "wait=50"),
                            BodyHandlers.ofString());
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
