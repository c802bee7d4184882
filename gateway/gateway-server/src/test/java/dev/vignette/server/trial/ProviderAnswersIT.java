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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a vendor may answer to an order, and what becomes of it. Orders nobody knows the outcome of
 * are sent off first, since they end at their deadlines.
 */
@ExtendWith(SharedGateway.class)
@TestInstance(Lifecycle.PER_CLASS)
class ProviderAnswersIT {
    private static final int SHORTEST_DEADLINE = 10;

    private static final String REPLICATE = "replicate";
    private static final String MODELSLAB = "modelslab";

    private final Gateway gateway;
    private final Vendor replicate;
    private final Map<String, Vendor> vendors;
    private final Map<String, Sent> sent = new HashMap<>();

    /** A generation under way and its one order. */
    private record Sent(String id, Vendor vendor, Request order) {}

    ProviderAnswersIT(Gateway gateway) {
        this.gateway = gateway;
        this.replicate = gateway.replicate();
        this.vendors = Map.of(REPLICATE, replicate, MODELSLAB, gateway.modelslab());
    }

    @BeforeAll
    void sendWhatEndsAtItsDeadline() throws Exception {
        // Much longer than the adapter waits for an answer, which is 30 seconds.
        send(REPLICATE, "silence", Twist.silence(Duration.ofMinutes(5)), 90);
        for (String vendor : List.of(REPLICATE, MODELSLAB)) {
            Twist error = Twist.refused(500, Map.of(), "Internal server error");
            send(vendor, "500", error, SHORTEST_DEADLINE);
            send(vendor, "html", Twist.page(200), SHORTEST_DEADLINE);
            send(vendor, "half", Twist.half(), SHORTEST_DEADLINE);
            send(vendor, "cut", Twist.silence(Duration.ZERO), SHORTEST_DEADLINE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void wrongCredentialsEndIt(String vendor) throws Exception {
        JsonNode failed = refused(vendor, Twist.refused(401, Map.of(), "Not authenticated"));

        assertUnpaid(failed, "provider_credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void noCreditEndsIt(String vendor) throws Exception {
        JsonNode failed = refused(vendor, Twist.refused(402, Map.of(), "Insufficient credit"));

        assertUnpaid(failed, "provider_out_of_credit");
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void badInputEndsIt(String vendor) throws Exception {
        JsonNode failed = refused(vendor, Twist.refused(422, Map.of(), "The photo is no photo"));

        assertUnpaid(failed, "invalid_input");
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

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void aShortPauseIsKept(String vendor) throws Exception {
        long begun = System.nanoTime();

        assertMadeAfter(vendor, Twist.refused(429, Map.of("Retry-After", "2"), "Throttled"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void aPauseOfNoLengthIsAShortOne(String vendor) throws Exception {
        assertMadeAfter(vendor, Twist.refused(429, Map.of(), "Throttled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {REPLICATE, MODELSLAB})
    void aLongPauseEndsIt(String vendor) throws Exception {
        Twist busy = Twist.refused(429, Map.of("Retry-After", "600"), "Throttled");

        assertUnpaid(refused(vendor, busy), "throttled");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicate 500",
                "replicate html",
                "replicate half",
                "replicate cut",
                "modelslab 500",
                "modelslab html",
                "modelslab half",
                "modelslab cut",
            })
    void whatCannotBeReadIsAnUnknownOutcome(String answer) {
        Sent one = sent.get(answer);

        JsonNode failed = gateway.ended(one.id());

        assertThat(failed.path("error").path("code").asText())
                .as(failed.toString())
                .isEqualTo("outcome_unknown");
        assertThat(failed.path("error").path("charged").asBoolean()).isTrue();
        assertThat(failed.path("attempts")).hasSize(1);
        // Two minutes after the order its absence may be proved: then it is known to be nothing.
        boolean absent = "not_accepted".equals(failed.at("/attempts/0/state").asText());
        assertThat(failed.at("/cost/amount").asText("unknown"))
                .as(failed.toString())
                .isEqualTo(absent ? "0.00" : "unknown");
        assertThat(one.vendor().timesSent(one.order())).isEqualTo(1);
    }

    @Test
    void whatReplicateTookInSilenceIsFoundInItsListAndPaidOnce() {
        Sent one = sent.get(REPLICATE + " silence");

        JsonNode made = gateway.ended(one.id());

        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("attempts")).hasSize(1);
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.04");
        assertThat(one.vendor().timesSent(one.order())).isEqualTo(1);
    }

    private void send(String name, String answer, Twist twist, int deadline) throws Exception {
        Vendor vendor = vendors.get(name);
        int before = vendor.orders().size();
        vendor.nextOrder(twist);
        Map<String, Object> members = Gateway.series("deadline_seconds", deadline);
        // A series goes to Replicate first; the other may serve too, and must not be asked.
        members.put("kind", name.equals(REPLICATE) ? "portrait_series" : "headshot");
        String id = gateway.begin(members);
        gateway.program().await("no order", () -> vendor.orders().size() > before);
        sent.put(name + " " + answer, new Sent(id, vendor, vendor.orders().getLast()));
    }

    private JsonNode made(Map<String, Object> members) throws Exception {
        return gateway.make(members);
    }

    /** Nobody else may serve, and this vendor refuses: exactly one order is seen. */
    private JsonNode refused(String name, Twist answer) throws Exception {
        Vendor vendor = vendors.get(name);
        int before = vendor.orders().size();
        int taken = vendor.taken().size();
        vendor.nextOrder(answer);

        JsonNode generation = made(Gateway.series("providers", List.of(name)));

        assertThat(vendor.orders()).hasSize(before + 1);
        assertThat(vendor.taken()).hasSize(taken);
        return generation;
    }

    /** The order is refused like this at first, and taken and paid when it comes again. */
    private void assertMadeAfter(String name, Twist refusal) throws Exception {
        Vendor vendor = vendors.get(name);
        int before = vendor.orders().size();
        int taken = vendor.taken().size();
        vendor.nextOrder(refusal);

        JsonNode made = made(Gateway.series("providers", List.of(name)));

        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("attempts")).hasSize(2);
        assertThat(made.path("cost").path("amount").asText())
                .isEqualTo(name.equals(REPLICATE) ? "0.04" : "0.012");
        assertThat(gateway.charges(made.path("id").asText()))
                .filteredOn(line -> !line.contains("\"amount\":\"0.00\""))
                .hasSize(1);
        assertThat(vendor.orders()).hasSize(before + 2);
        assertThat(vendor.taken()).hasSize(taken + 1);
    }

    private static void assertUnpaid(JsonNode failed, String code) {
        assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asText()).isEqualTo(code);
        assertThat(failed.path("error").path("charged").asBoolean()).isFalse();
        assertThat(failed.path("attempts")).hasSize(1);
        assertThat(failed.path("cost").path("amount").asText()).isEqualTo("0.00");
    }

    private static void assertMadeElsewhere(JsonNode made) {
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("provider").asText()).isEqualTo("modelslab");
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.012");
        assertThat(made.path("attempts").valueStream().map(a -> a.path("provider").asText()))
                .containsExactlyInAnyOrder("replicate", "modelslab");
    }
}
