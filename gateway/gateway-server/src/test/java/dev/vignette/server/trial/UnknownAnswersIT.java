package dev.vignette.server.trial;

import static dev.vignette.server.trial.Refusal.MODELSLAB;
import static dev.vignette.server.trial.Refusal.REPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Answers that do not say whether an order was taken. They are all sent off first, since they end
 * at their deadlines, to a gateway of their own, since they tell against both vendors.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
class UnknownAnswersIT {
    private static final int SHORTEST_DEADLINE = 10;

    private Gateway gateway;
    private final Map<String, Sent> sent = new HashMap<>();

    /** A generation under way and its one order. */
    private record Sent(String id, Vendor vendor, Request order) {}

    @BeforeAll
    void sendThemAll(@TempDir Path place) throws Exception {
        gateway = Gateway.start(place, Map.of());
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

    @AfterAll
    void end() {
        gateway.close();
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
        // What became of it is found out later, from the vendor's list.
        String cost =
                switch (failed.at("/attempts/0/state").asText()) {
                    case "not_accepted" -> "0.00";
                    case "succeeded" -> "0.04";
                    default -> "unknown";
                };
        assertThat(failed.at("/cost/amount").asText("unknown"))
                .as(failed.toString())
                .isEqualTo(cost);
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
        Vendor vendor = new Refusal(gateway, name).vendor();
        int before = vendor.orders().size();
        vendor.nextOrder(twist);
        Map<String, Object> members = Gateway.series("deadline_seconds", deadline);
        // A series goes to Replicate first; the other may serve too, and must not be asked.
        members.put("kind", name.equals(REPLICATE) ? "portrait_series" : "headshot");
        String id = gateway.begin(members);
        gateway.program().await("no order", () -> vendor.orders().size() > before);
        sent.put(name + " " + answer, new Sent(id, vendor, vendor.orders().getLast()));
    }
}
