package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.server.BuiltProgram;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Finance looks at what the built program spent: as reports, line by line, and as a table. */
@TestInstance(Lifecycle.PER_CLASS)
class CostsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Gateway gateway;
    private Path place;
    private String month;

    @BeforeAll
    void buy(@TempDir Path directory) throws Exception {
        place = directory;
        month = YearMonth.now(ZoneOffset.UTC).toString();
        gateway = Gateway.start(directory, Map.of());
        Map<String, Object> series = Gateway.series("labels", Map.of("team", "=a"));
        gateway.make(series);
        gateway.make(series);
        Map<String, Object> headshot = new HashMap<>(Gateway.series("prompt", "a teacher"));
        headshot.put("kind", "headshot");
        gateway.make(headshot);
    }

    @AfterAll
    void end() {
        gateway.close();
    }

    @Test
    void addsUpByProvider() throws Exception {
        JsonNode data = report("month=" + month);

        assertThat(data).hasSize(2);
        assertThat(data.at("/0/provider").asText()).isEqualTo("modelslab");
        assertThat(data.at("/0/amount").asText()).isEqualTo("0.012");
        assertThat(data.at("/1/amount").asText()).isEqualTo("0.04");
        assertThat(data.at("/1/avoided").asText()).isEqualTo("0.04");
        assertThat(data.at("/1/cost_per_image").asText()).isEqualTo("0.04");
        assertThat(data.at("/1/images_ordered").asInt()).isEqualTo(1);
        assertThat(data.at("/1/failed").asInt()).isZero();
    }

    @Test
    void comesToTheSameHoweverItIsGrouped() throws Exception {
        for (String group :
                List.of(
                        "adapter",
                        "model",
                        "model_version",
                        "kind",
                        "client",
                        "day",
                        "week",
                        "month",
                        "outcome",
                        "currency",
                        "certainty",
                        "labels.team")) {
            JsonNode data = report("timezone=Europe/Berlin&group_by=" + group);

            assertThat(micros(data, "amount")).as(data.toString()).isEqualTo(52_000);
            assertThat(micros(data, "avoided")).as(data.toString()).isEqualTo(40_000);
        }
    }

    @Test
    void tellsHowLongJobsTook() throws Exception {
        JsonNode row = report("columns=median_seconds,p95_seconds,images&kind=headshot").path(0);

        assertThat(row.path("median_seconds").decimalValue()).isPositive();
        assertThat(row.path("p95_seconds").decimalValue())
                .isGreaterThanOrEqualTo(row.path("median_seconds").decimalValue());
    }

    @Test
    void makesUpNoExchangeRate() throws Exception {
        JsonNode data = report("currency=EUR");

        assertThat(data.at("/0/reporting_currency").asText()).isEqualTo("EUR");
        assertThat(data.at("/0/reporting_amount").isNull()).isTrue();
        assertThat(data.at("/0/unconverted").asInt()).isEqualTo(1);
    }

    @Test
    void listsTheLinesOfTheCostLog() throws Exception {
        HttpResponse<String> page = gateway.get("/v1/costs/entries?limit=1&month=" + month);
        JsonNode first = Gateway.read(page);
        String cursor = first.path("next_cursor").asText();
        JsonNode second = Gateway.read(gateway.get("/v1/costs/entries?limit=1&cursor=" + cursor));
        List<String> export = gateway.get("/v1/costs/entries?format=jsonl").body().lines().toList();
        List<String> log = Files.readAllLines(gateway.data().resolve("logs/cost.jsonl"));

        assertThat(export).hasSize(2).hasSameSizeAs(log);
        assertThat(JSON.readTree(export.getFirst())).isEqualTo(first.at("/data/0"));
        assertThat(JSON.readTree(export.getLast())).isEqualTo(second.at("/data/0"));
        for (int i = 0; i < log.size(); i++) {
            JsonNode line = JSON.readTree(log.get(i));
            JsonNode entry = JSON.readTree(export.get(i));
            line.propertyStream()
                    .filter(member -> !member.getValue().isNumber())
                    .forEach(member ->
                            assertThat(entry.path(member.getKey())).isEqualTo(member.getValue()));
        }
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void exportsATable() throws Exception {
        HttpResponse<String> table = gateway.get("/v1/costs/entries?format=csv&kind=headshot");

        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.body().split("\r\n")).hasSize(2);
        assertThat(table.body()).startsWith("sequence,type,").contains(",modelslab,");
    }

    @Test
    void printsATableForAPerson() throws Exception {
        try (BuiltProgram asked =
                ask(gateway.secrets().getFirst(), "--month", month, "--by", "kind,labels.team")) {
            assertThat(asked.awaitEnd()).as(asked.output()).isZero();
            assertThat(asked.output().lines())
                    .anySatisfy(line ->
                            assertThat(line).matches("portrait_series  =a +1 +1 +1 +0.040 .*"))
                    .anySatisfy(line -> assertThat(line).matches("total +2 +2 +0.052 .*"));
        }
    }

    @Test
    void saysWhatIsWrongAndEndsAccordingly() throws Exception {
        String key = gateway.secrets().getFirst();
        try (BuiltProgram unknown = ask(key, "--month", "November");
                BuiltProgram refused = ask("vgk_nobody")) {
            assertThat(unknown.awaitEnd()).isEqualTo(64);
            assertThat(unknown.output()).contains("--month must be a month such as 2026-11");
            assertThat(refused.awaitEnd()).isEqualTo(78);
            assertThat(refused.output()).contains("costs:read").contains("VIGNETTE_KEY");
        }
    }

    @Test
    void refusesWhatNobodyCanReport() throws Exception {
        HttpResponse<String> answer = gateway.get("/v1/costs?month=2026-11&from=2026-11-01");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Gateway.read(answer).at("/errors/0/pointer").asText()).isEqualTo("/month");
    }

    private BuiltProgram ask(String key, String... options) throws Exception {
        String[] line = new String[options.length + 1];
        line[0] = "costs";
        System.arraycopy(options, 0, line, 1, options.length);
        return BuiltProgram.start(
                place,
                Map.of("VIGNETTE_URL", gateway.program().api().toString(), "VIGNETTE_KEY", key),
                line);
    }

    private JsonNode report(String query) throws Exception {
        HttpResponse<String> answer = gateway.get("/v1/costs?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Gateway.read(answer).path("data");
    }

    private static long micros(JsonNode data, String member) {
        return data.valueStream()
                .map(row -> row.path(member))
                .filter(JsonNode::isTextual)
                .mapToLong(amount ->
                        new BigDecimal(amount.asText()).movePointRight(6).longValueExact())
                .sum();
    }
}
