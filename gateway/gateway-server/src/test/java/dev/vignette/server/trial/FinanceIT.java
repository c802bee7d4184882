package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.http.focus.Dataset;
import dev.vignette.server.http.focus.FocusRules;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Finance looks at what the built program really bought. */
@TestInstance(Lifecycle.PER_CLASS)
class FinanceIT {
    private Gateway gateway;

    /** Four pictures, the same again, one that only Replicate can make, one it does not take. */
    @BeforeAll
    void begin(@TempDir Path place) throws Exception {
        gateway = Gateway.start(place, Map.of());
        Map<String, Object> four = Gateway.series("count", 4);
        four.put("labels", Map.of("team", "=1+1\r\n\"web\", shop"));
        gateway.make(four);
        assertThat(gateway.make(four).at("/cache/hit").asBoolean()).isTrue();
        gateway.make(Gateway.series("safety_tolerance", 1));
        gateway.replicate()
                .nextOrder(Twist.refused(402, Map.of(), "{\"detail\":\"Insufficient credit\"}"));
        JsonNode elsewhere = gateway.make(Gateway.series());
        assertThat(elsewhere.path("provider").asText())
                .as(elsewhere.toString())
                .isEqualTo("modelslab");
    }

    @AfterAll
    void end() {
        gateway.close();
    }

    @Test
    void exportsAFileThatKeepsTheSpecification() throws Exception {
        HttpResponse<String> answer = gateway.get("/v1/costs/focus?version=1.2");
        Dataset file = Dataset.read(answer.body());

        assertThat(answer.headers().firstValue("X-Unpriced")).contains("0");
        assertThat(FocusRules.check(file)).as(answer.body()).isEmpty();
        assertThat(file.rows()).as(answer.body()).hasSize(5);
        assertThat(sum(file, "BilledCost")).isEqualByComparingTo("0.212");
        assertThat(sum(file, "x_Images")).isEqualByComparingTo("6");
        assertThat(sum(file, "x_AvoidedCost")).isEqualByComparingTo("0.16");
        assertThat(file.rows().getFirst())
                .containsEntry("Tags", "{\"team\":\"=1+1\\r\\n\\\"web\\\", shop\"}")
                .containsEntry("SubAccountId", "trial");
    }

    @Test
    void comparesWithWhoeverCouldHaveDoneIt() throws Exception {
        JsonNode comparison = Gateway.read(gateway.get("/v1/costs/comparison"));

        JsonNode modelslab = comparison.at("/data/0");
        assertThat(modelslab.path("provider").asText())
                .as(comparison.toString())
                .isEqualTo("modelslab");
        assertThat(figures(modelslab)).isEqualTo(List.of("2", "3", "5", "0.172", "0.06", "-0.112"));
        assertThat(figures(comparison.at("/data/1")))
                .isEqualTo(List.of("3", "4", "6", "0.212", "0.24", "0.028"));
        assertThat(comparison.path("data")).hasSize(2);
        assertThat(comparison.path("left_out").asInt()).isZero();
    }

    @Test
    void knowsNoPricesOfADayBeforeTheFirst() throws Exception {
        JsonNode comparison =
                Gateway.read(gateway.get("/v1/costs/comparison?prices_at=2025-12-31"));

        assertThat(comparison.path("data"))
                .hasSize(2)
                .allSatisfy(line -> {
                    assertThat(line.path("would").isNull()).isTrue();
                    assertThat(line.path("unpriced")).isEqualTo(line.path("attempts"));
                });
    }

    private static List<String> figures(JsonNode line) {
        return List.of(
                line.path("generations").asText(),
                line.path("attempts").asText(),
                line.path("images").asText(),
                line.path("actual").asText(),
                line.path("would").asText(),
                line.path("difference").asText());
    }

    private static BigDecimal sum(Dataset file, String column) {
        return file.rows().stream()
                .map(row -> number(row, column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Map<String, @Nullable String> row, String column) {
        String text = row.get(column);
        return text == null ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
