package dev.vignette.server.http.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.engine.compare.Comparison;
import dev.vignette.engine.compare.Comparison.Offer;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.InMemoryPages;
import dev.vignette.server.http.TestServer;
import dev.vignette.store.CostPages.Done;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison over HTTP. */
final class ComparisonTest {
    private static final Currency USD = Currency.getInstance("USD");

    private final TestServer server = TestServer.open();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void comparesTheCurrentMonthUnderThePricesOfNow() {
        server.bean(InMemoryPages.class).add(done());

        JsonNode answer = TestServer.json(server.get("/v1/costs/comparison"));

        assertThat(answer.path("from").asText()).isEqualTo("2026-11-01T00:00:00.000Z");
        assertThat(answer.path("to").asText()).isEqualTo("2026-12-01T00:00:00.000Z");
        assertThat(answer.path("prices_at").asText()).isEqualTo("2026-11-20T10:00:00.123Z");
        assertThat(answer.path("left_out").asInt()).isZero();
        assertThat(answer.path("data").valueStream().map(line -> line.path("provider").asText()))
                .containsExactly("narrow", "wide");
        assertThat(answer.at("/data/0/images").asInt()).isEqualTo(4);
        assertThat(answer.at("/data/0/would").isNull()).isTrue();
        assertThat(answer.at("/data/0/unpriced").asInt()).isEqualTo(1);
    }

    @Test
    void keepsToThePeriodTheKindAndTheClient() {
        server.bean(InMemoryPages.class).add(done());

        assertThat(lines("month=2026-11&prices_at=2026-01-01")).hasSize(2);
        assertThat(lines("month=2026-10")).isEmpty();
        assertThat(lines("kind=headshot")).isEmpty();
        assertThat(lines("kind=portrait_series&client=shop")).hasSize(2);
        assertThat(lines("client=app")).isEmpty();
    }

    @Test
    void writesATable() {
        server.bean(InMemoryPages.class).add(done());

        HttpResponse<String> answer = server.get("/v1/costs/comparison?format=csv");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.body().lines())
                .containsExactly(
                        "kind,provider,generations,attempts,images,unpriced,currency,actual,"
                                + "actual_per_image,would_currency,would,would_per_image,difference",
                        "portrait_series,narrow,1,1,4,1,,,,,,,",
                        "portrait_series,wide,1,1,4,1,,,,,,,");
    }

    @Test
    void writesAmountsAsTextsAndWhatAPictureComesTo() {
        Offer offer =
                new Offer(
                        Kind.HEADSHOT,
                        "=studio",
                        6,
                        7,
                        24,
                        0,
                        new Money(960_000, USD),
                        new Money(288_000, USD));

        assertThat(ComparisonTable.of(new Comparison(List.of(offer), 0)).lines().skip(1))
                .containsExactly("headshot,'=studio,6,7,24,0,USD,0.96,0.04,USD,0.288,0.012,-0.672");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=november",
                "from=2026-11-02&to=2026-11-02",
                "kind=passport",
                "client=",
                "prices_at=tomorrow",
                "format=xml",
                "provider=replicate"
            })
    void refusesWhatCannotBeCompared(String query) {
        HttpResponse<String> answer = server.get("/v1/costs/comparison?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(TestServer.json(answer).at("/errors/0/pointer").asText())
                .isIn("/" + query.split("=", 2)[0], "/to");
    }

    private JsonNode lines(String query) {
        return TestServer.json(server.get("/v1/costs/comparison?" + query)).path("data");
    }

    private static Done done() {
        Work work =
                new Work(
                        "narrow",
                        "fake",
                        "model",
                        null,
                        "job",
                        new GenerationId("gen_1"),
                        new AttemptId("att_1"),
                        1,
                        "shop",
                        Kind.PORTRAIT_SERIES,
                        4,
                        null,
                        4,
                        null,
                        null,
                        "succeeded",
                        Map.of(),
                        true);
        Money cost = new Money(160_000, USD);
        Charge charge =
                new Charge(
                        "chg_1",
                        Instant.parse("2026-11-20T10:00:00Z"),
                        work,
                        Billing.of(new Cost(cost, Certainty.PRICE_BOOK)));
        return new Done(1, charge, cost, true, Set.of("narrow", "wide"));
    }
}
