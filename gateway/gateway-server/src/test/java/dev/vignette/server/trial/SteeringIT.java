package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** An operator looks at the built program and steers it; one story, told in order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SteeringIT {
    private Gateway gateway;

    @BeforeAll
    void begin(@TempDir Path place) throws Exception {
        gateway = Gateway.start(place, Map.of());
        String text = Files.readString(gateway.file());
        Files.writeString(gateway.file(), text.replace("scopes: [", "scopes: [operate, "));
        gateway.program().await("no scope", () -> routes().has("data"));
    }

    @AfterAll
    void end() {
        gateway.close();
    }

    @Test
    @Order(1)
    void showsHowProvidersStandAndWhy() throws Exception {
        JsonNode made = gateway.make(Gateway.series());

        JsonNode replicate = provider("replicate");

        assertThat(made.at("/routing/0/reason").asText()).as(made.toString()).isEqualTo("weight");
        assertThat(made.at("/routing/0/candidates")).hasSize(2);
        assertThat(made.at("/routing/0/candidates/1/outcome").asText()).isEqualTo("passed_over");
        assertThat(replicate.path("configured").asBoolean()).isTrue();
        assertThat(replicate.at("/health/breaker").asText()).isEqualTo("closed");
        assertThat(replicate.path("success_rate").asText()).isEqualTo("1.0");
        assertThat(replicate.path("p50_seconds").decimalValue()).isPositive();
        assertThat(replicate.at("/prices/0/amount").asText()).isEqualTo("0.04");
        assertThat(replicate.path("capabilities")).hasSize(2);
        gateway.program()
                .await(
                        "no probe",
                        () -> provider("replicate").at("/health/probe/checked_at").isTextual());
    }

    @Test
    @Order(2)
    void goesRoundAProviderThatIsPausedAlsoOverARestart() throws Exception {
        assertThat(say("pause", "replicate", "{\"reason\": \"invoice disputed\"}").statusCode())
                .isEqualTo(200);

        JsonNode made = gateway.make(Gateway.series());
        gateway.restart();
        JsonNode later = gateway.make(Gateway.series());

        assertThat(made.path("provider").asText()).as(made.toString()).isEqualTo("modelslab");
        assertThat(later.path("provider").asText()).as(later.toString()).isEqualTo("modelslab");
        assertThat(provider("replicate").at("/paused/reason").asText())
                .isEqualTo("invoice disputed");
        assertThat(routes().at("/data/0/providers/0/state").asText()).isEqualTo("paused");
    }

    @Test
    @Order(3)
    void takesNothingWhileNobodyMayServe() throws Exception {
        Map<String, Object> only = Gateway.series("providers", new String[] {"replicate"});

        HttpResponse<String> answer = gateway.ask(only);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    @Order(4)
    void givesAResumedProviderItsOrders() throws Exception {
        say("resume", "replicate", "{\"reason\": \"invoice settled\"}");

        JsonNode made = gateway.make(Gateway.series());

        assertThat(made.path("provider").asText()).as(made.toString()).isEqualTo("replicate");
    }

    @Test
    @Order(5)
    void refusesWhatIsNotSaidProperly() throws Exception {
        assertThat(say("pause", "nobody", "{\"reason\": \"x\"}").statusCode()).isEqualTo(404);
        assertThat(say("pause", "replicate", "{}").statusCode()).isEqualTo(422);
        assertThat(say("pause", "replicate", "{\"reason\": \"x\", \"y\": 1}").statusCode())
                .isEqualTo(422);
        assertThat(provider("replicate").path("paused").isNull()).isTrue();
    }

    @Test
    @Order(6)
    void keepsWithinWhatARequestMayCost() throws Exception {
        Map<String, Object> cheap =
                Gateway.series("max_cost", Map.of("amount", "0.02", "currency", "USD"));
        Map<String, Object> cheaper =
                Gateway.series("max_cost", Map.of("amount", "0.01", "currency", "USD"));

        JsonNode made = gateway.make(cheap);
        HttpResponse<String> refused = gateway.ask(cheaper);

        assertThat(made.path("provider").asText()).as(made.toString()).isEqualTo("modelslab");
        assertThat(made.at("/cost/amount").asText()).isEqualTo("0.012");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Gateway.read(refused).path("code").asText()).isEqualTo("cost_limit");
        assertThat(Gateway.read(refused).path("candidates")).hasSize(2);
    }

    @Test
    @Order(7)
    void saysWhatAFileWouldDoBeforeItDoesIt() throws Exception {
        String other =
                Files.readString(gateway.file())
                        .replace(
                                "{provider: replicate, weight: 100}",
                                "{provider: replicate, weight: 1}")
                        .replace(
                                "portrait_series:",
                                "portrait_series:\n      - {provider: modelslab, weight: 3}")
                        .replaceFirst("      - \\{provider: modelslab, role: fallback\\}\n", "");

        JsonNode plan = Gateway.read(plan(other));

        // Of the five, one may cost so little that only ModelsLab can serve it, with any weights.
        assertThat(plan.path("generations").asInt()).as(plan.toString()).isEqualTo(5);
        assertThat(share(plan, "replicate")).isEqualTo("0.8 -> 0.2");
        assertThat(share(plan, "modelslab")).isEqualTo("0.2 -> 0.8");
        assertThat(plan.at("/clients/0/client").asText()).isEqualTo("trial");
        assertThat(plan.path("money")).hasSize(2);
        assertThat(routes().at("/data/0/providers/0/weight").asInt()).isEqualTo(100);
    }

    @Test
    @Order(8)
    void saysWhatIsWrongWithAFileBeforeItIsOne() throws Exception {
        HttpResponse<String> answer = plan("vignette:\n  cache: {ttk: 1h}\n");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Gateway.read(answer).at("/errors/0/detail").asText())
                .startsWith("line 2: unknown key 'ttk'");
    }

    private String share(JsonNode plan, String provider) {
        for (JsonNode share : plan.path("shares")) {
            if (share.path("provider").asText().equals(provider)) {
                return share.path("now").decimalValue().stripTrailingZeros().setScale(1).toString()
                        + " -> "
                        + share.path("then").decimalValue().stripTrailingZeros().toPlainString();
            }
        }
        return "none";
    }

    private JsonNode provider(String name) {
        try {
            for (JsonNode provider : Gateway.read(gateway.get("/v1/providers")).path("data")) {
                if (provider.path("name").asText().equals(name)) {
                    return provider;
                }
            }
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
        throw new AssertionError("no provider " + name);
    }

    private JsonNode routes() {
        try {
            return Gateway.read(gateway.get("/v1/routes"));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private HttpResponse<String> plan(String file) throws Exception {
        return gateway.send(
                gateway.call("/v1/config/plan")
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofString(file))
                        .build());
    }

    private HttpResponse<String> say(String what, String provider, String body) throws Exception {
        return gateway.send(
                gateway.call("/v1/providers/" + provider + "/" + what)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }
}
