package dev.vignette.server.trial;

import static dev.vignette.server.trial.Refusal.MODELSLAB;
import static dev.vignette.server.trial.Refusal.REPLICATE;
import static dev.vignette.server.trial.Refusal.assertUnpaid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that concern a whole account: no order follows for a while, so each trial has a gateway
 * of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class AccountAnswersIT {
    private Gateway gateway;

    @BeforeEach
    void begin(@TempDir Path place) throws Exception {
        gateway = Gateway.start(place, Map.of());
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void wrongCredentialsEndIt(String vendor) throws Exception {
        JsonNode failed =
                new Refusal(gateway, vendor)
                        .endsIt(Twist.refused(401, Map.of(), "Not authenticated"));

        assertUnpaid(failed, "provider_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void noCreditEndsIt(String vendor) throws Exception {
        JsonNode failed =
                new Refusal(gateway, vendor)
                        .endsIt(Twist.refused(402, Map.of(), "Insufficient credit"));

        assertUnpaid(failed, "provider_out_of_credit");
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void aLongPauseEndsIt(String vendor) throws Exception {
        Twist busy = Twist.refused(429, Map.of("Retry-After", "600"), "Throttled");

        assertUnpaid(new Refusal(gateway, vendor).endsIt(busy), "throttled");
    }

    @Test
    void whoIsThrottledIsReplacedAtOnce() throws Exception {
        gateway.replicate()
                .nextOrder(Twist.refused(429, Map.of("Retry-After", "600"), "Throttled"));

        assertMadeElsewhere(gateway.make(Gateway.series()));
    }

    @Test
    void whoHasNoCreditIsReplaced() throws Exception {
        gateway.replicate().nextOrder(Twist.refused(402, Map.of(), "Insufficient credit"));

        assertMadeElsewhere(gateway.make(Gateway.series()));
    }

    @Test
    void whoRefusesTheCredentialIsReplaced() throws Exception {
        gateway.replicate().nextOrder(Twist.refused(401, Map.of(), "Not authenticated"));

        assertMadeElsewhere(gateway.make(Gateway.series()));
    }

    private static void assertMadeElsewhere(JsonNode made) {
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("provider").asText()).isEqualTo("modelslab");
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.012");
        assertThat(made.path("attempts").valueStream().map(a -> a.path("provider").asText()))
                .containsExactlyInAnyOrder("replicate", "modelslab");
    }
}
