package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a vendor may answer to an order, and what becomes of it. Orders nobody knows the outcome of
 * are sent off first, since they end at their deadlines.
 */
@ExtendWith(SharedGateway.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProviderAnswersIT {
    private static final int SHORTEST_DEADLINE = 10;

    private final Gateway gateway;
    private final Vendor replicate;
    private final Map<String, Pending> pending = new HashMap<>();

    /** A generation under way and its one order. */
    private record Pending(String id, Request order) {}

    ProviderAnswersIT(Gateway gateway) {
        this.gateway = gateway;
        this.replicate = gateway.replicate();
    }

    @BeforeAll
    void sendWhatEndsAtItsDeadline() throws Exception {
        // Longer than the adapter waits for an answer, which is 30 seconds.
        send("silence", Twist.silence(Duration.ofMinutes(5)), 33);
        send("500", Twist.refused(500, Map.of(), "Internal server error"), SHORTEST_DEADLINE);
        send("html", Twist.page(200), SHORTEST_DEADLINE);
        send("half", Twist.half(), SHORTEST_DEADLINE);
        send("cut", Twist.silence(Duration.ZERO), SHORTEST_DEADLINE);
    }

    @Test
    void wrongCredentialsEndIt() throws Exception {
        JsonNode failed = refused(Twist.refused(401, Map.of(), "Not authenticated"));

        assertUnpaid(failed, "provider_credentials");
    }

    @Test
    void noCreditEndsIt() throws Exception {
        JsonNode failed = refused(Twist.refused(402, Map.of(), "Insufficient credit"));

        assertUnpaid(failed, "provider_out_of_credit");
    }

    @Test
    void badInputEndsItEvenWithAnotherProviderAtHand() throws Exception {
        int elsewhere = gateway.modelslab().orders().size();
        replicate.nextOrder(Twist.refused(422, Map.of(), "input_image is not an image"));

        JsonNode failed = made(Gateway.series());

        assertUnpaid(failed, "invalid_input");
        assertThat(gateway.modelslab().orders()).hasSize(elsewhere);
    }

    @Test
    void refusedContentGoesNowhereElse() throws Exception {
        int elsewhere = gateway.modelslab().orders().size();
        replicate.arm("content_refused");

        JsonNode failed = made(Gateway.series());

        assertThat(failed.path("error").path("code").asText()).isEqualTo("content_refused");
        assertThat(failed.path("error").path("retryable").asBoolean()).isFalse();
        assertThat(gateway.modelslab().orders()).hasSize(elsewhere);
    }

    @Test
    void aShortPauseIsKept() throws Exception {
        int before = replicate.orders().size();
        int taken = replicate.taken().size();
        replicate.nextOrder(Twist.refused(429, Map.of("Retry-After", "3"), "Throttled"));
        long begun = System.nanoTime();

        JsonNode made = onlyReplicate();

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofSeconds(3));
        assertPaidOnce(made, before, taken);
    }

    @Test
    void aPauseOfNoLengthIsAShortOne() throws Exception {
        int before = replicate.orders().size();
        int taken = replicate.taken().size();
        replicate.nextOrder(Twist.refused(429, Map.of(), "Throttled"));

        JsonNode made = onlyReplicate();

        assertPaidOnce(made, before, taken);
    }

    @Test
    void aLongPauseEndsIt() throws Exception {
        JsonNode failed = refused(Twist.refused(429, Map.of("Retry-After", "600"), "Throttled"));

        assertUnpaid(failed, "throttled");
    }

    @Test
    void whoIsThrottledIsReplacedAtOnce() throws Exception {
        replicate.nextOrder(Twist.refused(429, Map.of("Retry-After", "600"), "Throttled"));

        assertMadeElsewhere(made(Gateway.series()));
    }

    @Test
    void whoHasNoCreditIsReplaced() throws Exception {
        replicate.nextOrder(Twist.refused(402, Map.of(), "Insufficient credit"));

        assertMadeElsewhere(made(Gateway.series()));
    }

    @Test
    void whoRefusesTheCredentialIsReplaced() throws Exception {
        replicate.nextOrder(Twist.refused(401, Map.of(), "Not authenticated"));

        assertMadeElsewhere(made(Gateway.series()));
    }

    @Test
    void aServerErrorIsAnUnknownOutcome() {
        assertUnknown("500");
    }

    @Test
    void htmlIsAnUnknownOutcome() {
        assertUnknown("html");
    }

    @Test
    void halfAJsonIsAnUnknownOutcome() {
        assertUnknown("half");
    }

    @Test
    void aBrokenLineIsAnUnknownOutcome() {
        assertUnknown("cut");
    }

    @Test
    void silenceIsAnUnknownOutcome() {
        assertUnknown("silence");
    }

    private void send(String name, Twist answer, int deadline) throws Exception {
        int before = replicate.orders().size();
        replicate.nextOrder(answer);
        String id = gateway.begin(Gateway.series("deadline_seconds", deadline));
        gateway.program().await("no order", () -> replicate.orders().size() > before);
        pending.put(name, new Pending(id, replicate.orders().getLast()));
    }

    private JsonNode made(Map<String, Object> members) throws Exception {
        return gateway.make(members);
    }

    private JsonNode onlyReplicate() throws Exception {
        return made(Gateway.series("providers", List.of("replicate")));
    }

    /** Only Replicate may serve, and refuses: exactly one order is seen. */
    private JsonNode refused(Twist answer) throws Exception {
        int before = replicate.orders().size();
        int taken = replicate.taken().size();
        replicate.nextOrder(answer);

        JsonNode generation = onlyReplicate();

        assertThat(replicate.orders()).hasSize(before + 1);
        assertThat(replicate.taken()).hasSize(taken);
        return generation;
    }

    private static void assertUnpaid(JsonNode failed, String code) {
        assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asText()).isEqualTo(code);
        assertThat(failed.path("error").path("charged").asBoolean()).isFalse();
        assertThat(failed.path("attempts")).hasSize(1);
        assertThat(failed.path("cost").path("amount").asText()).isEqualTo("0.00");
    }

    private void assertPaidOnce(JsonNode made, int ordersBefore, int takenBefore) {
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("attempts")).hasSize(2);
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.04");
        assertThat(replicate.orders()).hasSize(ordersBefore + 2);
        assertThat(replicate.taken()).hasSize(takenBefore + 1);
    }

    private static void assertMadeElsewhere(JsonNode made) {
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("provider").asText()).isEqualTo("modelslab");
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.012");
        assertThat(made.path("attempts").valueStream().map(a -> a.path("provider").asText()))
                .containsExactlyInAnyOrder("replicate", "modelslab");
    }

    private void assertUnknown(String name) {
        Pending sent = pending.get(name);

        JsonNode failed = gateway.ended(sent.id());

        assertThat(failed.path("error").path("code").asText())
                .as(failed.toString())
                .isEqualTo("outcome_unknown");
        assertThat(failed.path("error").path("charged").asBoolean()).isTrue();
        assertThat(failed.path("cost").path("certainty").asText()).isEqualTo("unpriced");
        assertThat(failed.path("cost").path("amount").isNull()).isTrue();
        assertThat(failed.path("attempts")).hasSize(1);
        assertThat(replicate.timesSent(sent.order())).isEqualTo(1);
    }
}
