package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.money.Money;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportsTest {
    private static final Currency USD = Currency.getInstance("USD");

    private final TestServer server = TestServer.open();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void reportsTheCurrentMonthByProviderUnlessToldOtherwise() {
        JsonNode report = TestServer.json(server.get("/v1/costs"));

        assertThat(report.path("from").asText()).isEqualTo("2026-11-01T00:00:00.000Z");
        assertThat(report.path("to").asText()).isEqualTo("2026-12-01T00:00:00.000Z");
        assertThat(report.at("/group_by/0").asText()).isEqualTo("provider");
        assertThat(report.path("data")).isEmpty();
    }

    @Test
    void asksTheLedgerForThePeriodAndTheColumns() {
        server.get(
                "/v1/costs?from=2026-10-01&to=2026-10-31T12:00:00%2B02:00"
                        + "&group_by=day,labels.cost_center");

        assertThat(server.bean(InMemoryReports.class).asked())
                .isEqualTo(
                        new CostQuery(
                                Instant.parse("2026-10-01T00:00:00Z"),
                                Instant.parse("2026-10-31T10:00:00Z"),
                                List.of("day", "labels.cost_center")));
    }

    @Test
    void writesAmountsAsTextsAndUnknownOnesAsNull() {
        InMemoryReports reports = server.bean(InMemoryReports.class);
        reports.add(
                new CostRow(
                        Map.of("provider", "replicate"),
                        "USD",
                        6,
                        6,
                        24,
                        new Money(960_000, USD),
                        Money.zero(USD),
                        0));
        reports.add(new CostRow(Map.of("provider", "new"), null, 1, 1, 1, null, null, 1));

        JsonNode data = TestServer.json(server.get("/v1/costs")).path("data");

        assertThat(data.at("/0/provider").asText()).isEqualTo("replicate");
        assertThat(data.at("/0/amount").asText()).isEqualTo("0.96");
        assertThat(data.at("/0/avoided").asText()).isEqualTo("0.00");
        assertThat(data.at("/0/images").asInt()).isEqualTo(24);
        assertThat(data.at("/1/amount").isNull()).isTrue();
        assertThat(data.at("/1/currency").isNull()).isTrue();
        assertThat(data.at("/1/unpriced").asInt()).isEqualTo(1);
    }

    @Test
    void writesATableThatNoSpreadsheetTakesForAFormula() {
        server.bean(InMemoryReports.class)
                .add(
                        new CostRow(
                                Map.of("labels.team", "=HYPERLINK(\"x\",\"y\")"),
                                "USD",
                                1,
                                2,
                                3,
                                new Money(12_000, USD),
                                null,
                                0));

        HttpResponse<String> table = server.get("/v1/costs?group_by=labels.team&format=csv");

        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body().lines())
                .containsExactly(
                        "labels.team,currency,generations,attempts,images,amount,avoided,unpriced",
                        "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",USD,1,2,3,0.012,,0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "from=2026-13-01",
                "from=2026-11-02&to=2026-11-02",
                "group_by=",
                "group_by=prompt",
                "group_by=provider,provider",
                "group_by=labels.",
                "format=xml",
                "month=2026-11"
            })
    void refusesWhatCannotBeReported(String query) {
        HttpResponse<String> answer = server.get("/v1/costs?" + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("errors")).hasSize(1);
    }

    @Test
    void tellsEachProvidersRangesAndTheirUnion() {
        JsonNode kind = TestServer.json(server.get("/v1/kinds")).at("/data/0");

        assertThat(kind.path("kind").asText()).isEqualTo("portrait_series");
        assertThat(kind.path("default_count").asInt()).isEqualTo(4);
        assertThat(kind.at("/members/count/maximum").asInt()).isEqualTo(13);
        assertThat(kind.at("/members/prompt").isMissingNode()).isTrue();
        assertThat(kind.at("/providers/0/provider").asText()).isEqualTo("narrow");
        assertThat(kind.at("/providers/0/members/count/range/maximum").asInt()).isEqualTo(4);
        assertThat(kind.at("/providers/0/members/prompt/support").asText()).isEqualTo("unable");
    }
}
