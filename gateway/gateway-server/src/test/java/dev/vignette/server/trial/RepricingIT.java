package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Prices change while the built program runs; one story, told in order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RepricingIT {
    private Gateway gateway;
    private String text;
    private String generation;

    @BeforeAll
    void begin(@TempDir Path place) throws Exception {
        gateway = Gateway.start(place, Map.of());
        text = Files.readString(gateway.file());
    }

    @AfterAll
    void end() {
        gateway.close();
    }

    private void change(String now, long version) throws Exception {
        text = now;
        Files.writeString(gateway.file(), text);
        gateway.program().await("no version " + version, () -> version() == version);
    }

    private long version() {
        try {
            return Gateway.read(gateway.get("/v1/config")).path("version").asLong();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpResponse<String> reprice(String body) throws Exception {
        return gateway.send(
                gateway.call("/v1/costs/repricings")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    /** Everything of yesterday, today and tomorrow. */
    private static String days(boolean dryRun) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return """
        {"provider": "replicate", "from": "%s", "to": "%s", "dry_run": %s}
        """
                .formatted(today.minusDays(1), today.plusDays(1), dryRun);
    }

    @Test
    @Order(1)
    void needsAScopeOfItsOwn() throws Exception {
        generation = gateway.make(Gateway.series()).path("id").asText();
        assertThat(gateway.charges(generation)).hasSize(1);

        assertThat(reprice(days(true)).statusCode()).isEqualTo(403);

        change(text.replace("scopes: [", "scopes: [operate, \"costs:write\", "), 2);
    }

    @Test
    @Order(2)
    void saysWhichMembersAreAtFault() throws Exception {
        JsonNode problem =
                Gateway.read(
                        reprice(
                                """
                                {"provider": "nobody", "from": "2026-13-01", "until": "2026-12-01",
                                 "dry_run": "no"}
                                """));

        assertThat(problem.path("code").asText()).isEqualTo("invalid_request");
        assertThat(problem.findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/until", "/provider", "/from", "/to", "/dry_run");
    }

    @Test
    @Order(3)
    void showsWhatANewPriceDoesToThePast() throws Exception {
        change(text.replace("amount: 0.04", "amount: 0.05"), 3);

        JsonNode preview = Gateway.read(reprice(days(true)));

        assertThat(preview.path("dry_run").asBoolean()).isTrue();
        assertThat(preview.path("changed").asLong()).as(preview.toString()).isEqualTo(1);
        assertThat(preview.at("/totals/0/before").asText()).isEqualTo("0.04");
        assertThat(preview.at("/totals/0/after").asText()).isEqualTo("0.05");
        assertThat(preview.at("/changes/0/generation_id").asText()).isEqualTo(generation);
        assertThat(preview.at("/changes/0/price_version").asText()).contains("0.05USD");
        assertThat(gateway.charges(generation)).hasSize(1);
    }

    @Test
    @Order(4)
    void correctsThePastOnce() throws Exception {
        JsonNode done = Gateway.read(reprice(days(false)));
        JsonNode again = Gateway.read(reprice(days(false)));

        assertThat(done.path("changed").asLong()).as(done.toString()).isEqualTo(1);
        assertThat(again.path("changed").asLong()).isZero();
        assertThat(again.path("same").asLong()).isEqualTo(done.path("charges").asLong());
        gateway.program().await("no correction", () -> charges() == 2);
        assertThat(gateway.charges(generation).getLast())
                .contains(
                        "\"type\":\"correction\"", "\"source\":\"prices\"", "\"amount\":\"0.01\"");
    }

    private int charges() {
        try {
            return gateway.charges(generation).size();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    @Order(5)
    void refusesBeforeSpendingWhatHasNoPrice() throws Exception {
        change(
                text.replace("per: image, amount: 0.05", "per: second, amount: 0.001")
                        + "  unpriced: refuse\n",
                4);

        HttpResponse<String> refused =
                gateway.ask(Gateway.series("providers", new String[] {"replicate"}));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Gateway.read(refused).path("code").asText()).isEqualTo("no_route");
        assertThat(refused.body()).contains("its price is not known beforehand");
        assertThat(gateway.make(Gateway.series()).path("provider").asText()).isEqualTo("modelslab");
    }
}
