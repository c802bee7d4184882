package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be spent, and what would be, asked of the built program. A series of four is 0.16. */
class BudgetIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 8;

    @Test
    void keepsWithinABudgetWhateverComesAtOnceAndOverARestart(@TempDir Path place)
            throws Exception {
        try (Gateway gateway = Gateway.start(place, Map.of())) {
            limit(gateway, "budget: {amount: 0.20, currency: USD, per: month}");

            List<HttpResponse<String>> answers = atOnce(gateway);

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(200);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 402)
                    .hasSize(AT_ONCE - 1)
                    .allSatisfy(answer -> {
                        JsonNode problem = Gateway.read(answer);
                        assertThat(problem.path("code").asText()).isEqualTo("budget_exceeded");
                        assertThat(problem.at("/budget/scope").asText()).isEqualTo("all");
                        assertThat(problem.at("/budget/limit").asText()).isEqualTo("0.20");
                        assertThat(problem.at("/budget/left").asText()).isEqualTo("0.04");
                        assertThat(problem.at("/budget/renews_at").asText())
                                .endsWith("-01T00:00:00.000Z");
                    });

            assertThat(Gateway.read(gateway.get("/v1/costs/accounts")).toString())
                    .contains(
                            "{\"account\":\"held\",\"currency\":\"USD\",\"amount\":\"0.00\"}",
                            "{\"account\":\"spent\",\"currency\":\"USD\",\"amount\":\"0.16\"}",
                            "{\"account\":\"payable\",\"currency\":\"USD\",\"amount\":\"-0.16\"}");

            gateway.restart();
            assertThat(gateway.ask(Gateway.series("count", 4)).statusCode()).isEqualTo(402);
            assertThat(gateway.make(Gateway.series()).path("status").asText())
                    .isEqualTo("succeeded");
            assertThat(gateway.ask(onlyAtReplicate()).statusCode()).isEqualTo(402);
        }
    }

    @Test
    void saysWhatARequestWouldCostAndBuysNothing(@TempDir Path place) throws Exception {
        try (Gateway gateway = Gateway.start(place, Map.of())) {
            Map<String, Object> members = Gateway.series("count", 4);
            members.put("prompt", "in a library");

            JsonNode before = quote(gateway, members);
            JsonNode route = before.at("/routes/0");
            assertThat(route.path("provider").asText()).as(before.toString()).isNotEmpty();
            assertThat(before.path("routes"))
                    .as(before.toString())
                    .allSatisfy(offer -> {
                        assertThat(offer.at("/price/known").asText()).isEqualTo("exact");
                        assertThat(offer.path("expected_seconds").isNull()).isTrue();
                    });
            assertThat(before.at("/cache/hit").asBoolean()).isFalse();
            assertThat(before.at("/cache/rate").isNull()).isTrue();
            assertThat(gateway.files("logs")).isNotNull();
            assertThat(Gateway.read(gateway.get("/v1/generations")).path("data")).isEmpty();

            JsonNode made = gateway.make(members);
            assertThat(made.path("status").asText()).isEqualTo("succeeded");
            JsonNode after = quote(gateway, members);

            assertThat(after.at("/cache/hit").asBoolean()).isTrue();
            assertThat(after.at("/cache/rate").decimalValue()).isZero();
            assertThat(after.path("routes"))
                    .anySatisfy(offer ->
                            assertThat(offer.path("expected_seconds").isNumber()).isTrue());
            assertThat(Gateway.read(gateway.get("/v1/generations")).path("data")).hasSize(1);
        }
    }

    private static Map<String, Object> onlyAtReplicate() {
        Map<String, Object> members = Gateway.series("count", 1);
        members.put("providers", List.of("replicate"));
        return members;
    }

    private static JsonNode quote(Gateway gateway, Map<String, Object> members) throws Exception {
        HttpRequest request =
                gateway.call("/v1/quotes")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(members)))
                        .build();
        HttpResponse<String> answer = gateway.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Gateway.read(answer);
    }

    private static List<HttpResponse<String>> atOnce(Gateway gateway) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<HttpResponse<String>>> asked =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(_ ->
                                    CompletableFuture.supplyAsync(() -> series(gateway), threads))
                            .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        }
    }

    private static HttpResponse<String> series(Gateway gateway) {
        try {
            Map<String, Object> members = Gateway.series("count", 4);
            members.put("providers", List.of("replicate"));
            return gateway.ask(members);
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** A valid change is in force when the file's new version is. */
    private static void limit(Gateway gateway, String line) throws Exception {
        String text = Files.readString(gateway.file());
        Files.writeString(
                gateway.file(), text.replaceFirst("vignette:\n", "vignette:\n  " + line + "\n"));
        gateway.restart();
    }
}
