package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.money.ExchangeRates;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostFilter;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportsTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final CostRow KNOWN =
            new CostRow(
                    Map.of("provider", "replicate"),
                    "USD",
                    new CostRow.Counts(6, 6, 24, 24, 0, 0),
                    new CostRow.Sums(
                            new Money(960_000, USD),
                            Money.zero(USD),
                            Money.zero(USD),
                            Money.zero(USD)),
                    new BigDecimal("50.000000"),
                    new CostRow.Pace(Duration.ofMillis(31_250), Duration.ofSeconds(40)),
                    new CostRow.Reported(null, 3));
    private static final CostRow UNKNOWN =
            new CostRow(
                    Map.of("provider", "new"),
                    null,
                    new CostRow.Counts(1, 1, 1, 1, 0, 1),
                    new CostRow.Sums(null, null, null, null),
                    null,
                    null,
                    null);

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
                                UTC,
                                List.of("day", "labels.cost_center"),
                                CostFilter.ALL,
                                null,
                                false));
    }

    @Test
    void asksForAMonthByTheCalendarOfAZone() {
        JsonNode report =
                TestServer.json(server.get("/v1/costs?month=2026-10&timezone=Europe/Berlin"));

        CostQuery asked = server.bean(InMemoryReports.class).asked();
        assertThat(asked.from()).isEqualTo(Instant.parse("2026-09-30T22:00:00Z"));
        assertThat(asked.to()).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
        assertThat(asked.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(report.path("timezone").asText()).isEqualTo("Europe/Berlin");
    }

    @Test
    void takesDatesAndTheCurrentMonthByTheCalendarOfTheZone() {
        server.get("/v1/costs?from=2026-11-02&to=2026-11-03&timezone=Europe/Berlin");
        CostQuery days = server.bean(InMemoryReports.class).asked();
        server.get("/v1/costs?timezone=America/New_York");
        CostQuery month = server.bean(InMemoryReports.class).asked();

        assertThat(days.from()).isEqualTo(Instant.parse("2026-11-01T23:00:00Z"));
        assertThat(days.to()).isEqualTo(Instant.parse("2026-11-02T23:00:00Z"));
        assertThat(month.from()).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
        assertThat(month.to()).isEqualTo(Instant.parse("2026-12-01T05:00:00Z"));
    }

    @Test
    void asksOnlyForTheLinesThatAreMeant() {
        server.get("/v1/costs?provider=replicate&client=shop&kind=headshot");

        assertThat(server.bean(InMemoryReports.class).asked().filter())
                .isEqualTo(new CostFilter("replicate", "shop", Kind.HEADSHOT));
    }

    @Test
    void asksForTheirPaceOnlyWhenItIsChosen() {
        server.get("/v1/costs?columns=images,p95_seconds");

        assertThat(server.bean(InMemoryReports.class).asked().pace()).isTrue();
    }

    @Test
    void choosesColumnsInTheOrderAsked() {
        server.bean(InMemoryReports.class).add(KNOWN);

        JsonNode data =
                TestServer.json(server.get("/v1/costs?columns=cost_per_image,median_seconds"))
                        .at("/data/0");
        String table = server.get("/v1/costs?columns=median_seconds,images&format=csv").body();

        assertThat(data.toString())
                .isEqualTo(
                        """
                        {"provider":"replicate","currency":"USD","cost_per_image":"0.04",\
                        "median_seconds":31.25}\
                        """);
        assertThat(table.lines())
                .containsExactly(
                        "provider,currency,median_seconds,images", "replicate,USD,31.25,24");
    }

    @Test
    void writesAnotherCurrencyBesideTheOriginal() {
        server.bean(InMemoryReports.class).add(KNOWN);

        JsonNode data = TestServer.json(server.get("/v1/costs?currency=EUR")).at("/data/0");

        assertThat(server.bean(InMemoryReports.class).asked().reporting())
                .isEqualTo(
                        new CostQuery.Reporting(Currency.getInstance("EUR"), ExchangeRates.NONE));
        assertThat(data.path("amount").asText()).isEqualTo("0.96");
        assertThat(data.path("reporting_currency").asText()).isEqualTo("EUR");
        assertThat(data.path("reporting_amount").isNull()).isTrue();
        assertThat(data.path("unconverted").asInt()).isEqualTo(3);
    }

    @Test
    void writesAnObjectOnEachLine() {
        server.bean(InMemoryReports.class).add(KNOWN);
        server.bean(InMemoryReports.class).add(UNKNOWN);

        HttpResponse<String> lines =
                server.get("/v1/costs?columns=images,amount,gpu_seconds&format=jsonl");

        assertThat(lines.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/jsonl"));
        assertThat(lines.body().lines())
                .containsExactly(
                        """
                        {"provider":"replicate","currency":"USD","images":24,"amount":"0.96",\
                        "gpu_seconds":50}\
                        """,
                        """
                        {"provider":"new","currency":null,"images":1,"amount":null,\
                        "gpu_seconds":null}\
                        """);
    }

    @Test
    void writesAmountsAsTextsAndUnknownOnesAsNull() {
        server.bean(InMemoryReports.class).add(KNOWN);
        server.bean(InMemoryReports.class).add(UNKNOWN);

        JsonNode data = TestServer.json(server.get("/v1/costs")).path("data");

        assertThat(data.at("/0/provider").asText()).isEqualTo("replicate");
        assertThat(data.at("/0/amount").asText()).isEqualTo("0.96");
        assertThat(data.at("/0/avoided").asText()).isEqualTo("0.00");
        assertThat(data.at("/0/images").asInt()).isEqualTo(24);
        assertThat(data.at("/1/amount").isNull()).isTrue();
        assertThat(data.at("/1/currency").isNull()).isTrue();
        assertThat(data.at("/1/unpriced").asInt()).isEqualTo(1);
        assertThat(data.at("/1").fieldNames())
                .toIterable()
                .containsExactly(
                        "provider",
                        "currency",
                        "generations",
                        "attempts",
                        "images",
                        "amount",
                        "avoided",
                        "unpriced",
                        "images_ordered",
                        "failed",
                        "failed_amount",
                        "cost_per_image",
                        "corrected",
                        "gpu_seconds");
    }

    @Test
    void writesATableThatNoSpreadsheetTakesForAFormula() {
        server.bean(InMemoryReports.class)
                .add(
                        new CostRow(
                                Map.of("labels.team", "=HYPERLINK(\"x\",\"y\")"),
                                "USD",
                                new CostRow.Counts(1, 2, 4, 3, 1, 0),
                                new CostRow.Sums(
                                        new Money(-12_000, USD),
                                        new Money(6_000, USD),
                                        new Money(-18_000, USD),
                                        null),
                                null,
                                null,
                                null));

        HttpResponse<String> table = server.get("/v1/costs?group_by=labels.team&format=csv");

        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body().lines())
                .containsExactly(
                        "labels.team,currency,generations,attempts,images,amount,avoided,unpriced,"
                                + "images_ordered,failed,failed_amount,cost_per_image,corrected,"
                                + "gpu_seconds",
                        "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",USD,1,2,3,-0.012,,0,"
                                + "4,1,0.006,-0.004,-0.018,");
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
                "month=2026-13",
                "month=November",
                "month=2026-11&from=2026-11-02",
                "month=9999-12",
                "from=2263-01-01",
                "from=1600-01-01",
                "timezone=Berlin",
                "timezone=",
                "kind=selfie",
                "provider=",
                "currency=EURO",
                "columns=",
                "columns=images,images",
                "columns=prompt",
                "columns=reporting_amount",
                "group_by=labels.%00",
                "month=2026-11&month=2026-12",
                "unknown=1"
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
