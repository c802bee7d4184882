package dev.vignette.server.trial;

import static dev.vignette.server.trial.Refusal.MODELSLAB;
import static dev.vignette.server.trial.Refusal.REPLICATE;
import static dev.vignette.server.trial.Refusal.assertUnpaid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vendor may answer to one order that says nothing about the next one. */
@ExtendWith(SharedGateway.class)
class ProviderAnswersIT {
    private final Gateway gateway;

    ProviderAnswersIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void badInputEndsIt(String vendor) throws Exception {
        JsonNode failed =
                new Refusal(gateway, vendor)
                        .endsIt(Twist.refused(422, Map.of(), "The photo is no photo"));

        assertUnpaid(failed, "invalid_input");
    }

    @Test
    void badInputEndsItEvenWithAnotherProviderAtHand() throws Exception {
        int elsewhere = gateway.modelslab().orders().size();
        gateway.replicate().nextOrder(Twist.refused(422, Map.of(), "input_image is not an image"));

        JsonNode failed = gateway.make(Gateway.series());

        assertUnpaid(failed, "invalid_input");
        assertThat(gateway.modelslab().orders()).hasSize(elsewhere);
    }

    @Test
    void refusedContentGoesNowhereElse() throws Exception {
        int elsewhere = gateway.modelslab().orders().size();
        gateway.replicate().arm("content_refused");

        JsonNode failed = gateway.make(Gateway.series());

        assertThat(failed.path("error").path("code").asText()).isEqualTo("content_refused");
        assertThat(failed.path("error").path("retryable").asBoolean()).isFalse();
        assertThat(gateway.modelslab().orders()).hasSize(elsewhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void aShortPauseIsKept(String vendor) throws Exception {
        long begun = System.nanoTime();

        new Refusal(gateway, vendor)
                .isOvercome(Twist.refused(429, Map.of("Retry-After", "2"), "Throttled"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void aPauseOfNoLengthIsAShortOne(String vendor) throws Exception {
        new Refusal(gateway, vendor).isOvercome(Twist.refused(429, Map.of(), "Throttled"));
    }
}
