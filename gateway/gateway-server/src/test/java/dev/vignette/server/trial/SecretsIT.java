package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.BuiltProgram;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vendors that repeat a credential in their answers, and what is said of it. */
class SecretsIT {
    private Gateway gateway;

    @BeforeEach
    void begin(@TempDir Path place) throws Exception {
        gateway = Gateway.start(place, Map.of());
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    @Test
    void noSecretIsLoggedAnsweredOrCounted() throws Exception {
        String said = "Bad credential " + gateway.secrets();
        gateway.replicate().nextOrder(Twist.refused(401, Map.of(), said));
        gateway.modelslab().nextOrder(Twist.refused(401, Map.of(), said));

        HttpResponse<String> failed = gateway.ask(Gateway.series("labels", Map.of("a", "b")));

        assertThat(Gateway.read(failed).path("status").asText()).isEqualTo("failed");
        assertThat(Gateway.read(failed).path("attempts")).hasSize(2);
        assertClean("an answer", failed.body());
        assertClean("a list", gateway.get("/v1/generations?limit=100").body());
        assertClean("a problem", gateway.post("{\"kind\": 1}").body());
        assertClean("a report", gateway.get("/v1/costs?group_by=provider,client").body());
        assertClean("the kinds", gateway.get("/v1/kinds").body());
        BuiltProgram program = gateway.program();
        assertClean("the metrics", program.get(program.management().resolve("/prometheus")).body());
        assertClean("the log", program.output());
        assertClean("the cost log", Files.readString(gateway.data().resolve("logs/cost.jsonl")));
    }

    private void assertClean(String what, String text) {
        assertThat(text).isNotBlank();
        for (String secret : gateway.secrets()) {
            assertThat(text.contains(secret)).as("a secret in %s", what).isFalse();
        }
    }
}
