package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostFilter;
import dev.vignette.store.EntryQuery;
import dev.vignette.store.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntriesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant AT = Instant.parse("2026-11-20T10:00:31.5Z");

    private final TestServer server = TestServer.open();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void asksForAPeriodAndTheLinesThatAreMeant() {
        server.get(
                "/v1/costs/entries?month=2026-10&timezone=Europe/Berlin&provider=replicate"
                        + "&client=shop&kind=headshot&type=correction");

        assertThat(server.bean(InMemoryEntries.class).asked())
                .isEqualTo(
                        new EntryQuery(
                                Instant.parse("2026-09-30T22:00:00Z"),
                                Instant.parse("2026-10-31T23:00:00Z"),
                                new CostFilter("replicate", "shop", Kind.HEADSHOT),
                                "correction"));
    }

    @Test
    void writesEveryMemberOfAChargeAndOfACorrection() {
        add(charge(1, "replicate"), correction(2));

        JsonNode data = TestServer.json(server.get("/v1/costs/entries")).path("data");

        assertThat(data.path(0).toString())
                .isEqualTo(
                        """
                        {"sequence":1,"type":"charge","charge_id":"chg_1","correction_id":null,\
                        "corrects":null,"charged_at":"2026-11-20T10:00:31.500Z",\
                        "provider":"replicate","adapter":"replicate","model":"portrait",\
                        "model_version":null,"provider_id":"job-1","generation_id":"gen_1",\
                        "attempt":1,"client":"shop","kind":"headshot","images_ordered":4,\
                        "images":3,"gpu_seconds":12.5,"took_seconds":31.25,"quantity":30,\
                        "unit":"image","unit_price":"0.04","list_price":null,"amount":"0.12",\
                        "currency":"USD","certainty":"price_book","price_version":"v1",\
                        "outcome":"succeeded","labels":{"a":"1","b":"2"},"source":null,\
                        "reason":null,"paid_by":"client","sandbox":false}\
                        """);
        assertThat(data.at("/1/type").asText()).isEqualTo("correction");
        assertThat(data.at("/1/charge_id").asText()).isEqualTo("chg_1");
        assertThat(data.at("/1/correction_id").asText()).isEqualTo("cor_2");
        assertThat(data.at("/1/corrects").asText()).isEqualTo("chg_1");
        assertThat(data.at("/1/amount").asText()).isEqualTo("-0.03");
        assertThat(data.at("/1/source").asText()).isEqualTo("invoice");
        assertThat(data.at("/1/reason").asText()).isEqualTo("-1 picture");
    }

    @Test
    void leadsFromPageToPage() {
        add(charge(1, "a"), charge(2, "b"), charge(3, "c"));

        JsonNode first = TestServer.json(server.get("/v1/costs/entries?limit=2"));
        String cursor = first.path("next_cursor").asText();
        JsonNode last = TestServer.json(server.get("/v1/costs/entries?limit=2&cursor=" + cursor));

        assertThat(first.path("data").findValuesAsText("provider")).containsExactly("a", "b");
        assertThat(last.path("data").findValuesAsText("provider")).containsExactly("c");
        assertThat(last.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void exportsATableThatNoSpreadsheetTakesForAFormula() {
        add(charge(1, "+cmd"), correction(2));

        HttpResponse<String> table = server.get("/v1/costs/entries?format=csv");

        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("costs.csv"));
        assertThat(table.body().split("\r\n"))
                .containsExactly(
                        "sequence,type,charge_id,correction_id,corrects,charged_at,provider,adapter,"
                                + "model,model_version,provider_id,generation_id,attempt,client,"
                                + "kind,images_ordered,images,gpu_seconds,took_seconds,quantity,"
                                + "unit,unit_price,list_price,amount,currency,certainty,"
                                + "price_version,outcome,labels,source,reason,paid_by,sandbox",
                        "1,charge,chg_1,,,2026-11-20T10:00:31.500Z,'+cmd,replicate,portrait,,job-1,"
                                + "gen_1,1,shop,headshot,4,3,12.5,31.25,30,image,0.04,,0.12,USD,"
                                + "price_book,v1,succeeded,\"{\"\"a\"\":\"\"1\"\",\"\"b\"\":"
                                + "\"\"2\"\"}\",,,client,false",
                        "2,correction,chg_1,cor_2,chg_1,2026-11-20T10:00:31.500Z,replicate,replicate,"
                                + "portrait,,job-1,gen_1,1,shop,headshot,4,3,12.5,31.25,,,,,-0.03,"
                                + "USD,reported,,succeeded,\"{\"\"a\"\":\"\"1\"\",\"\"b\"\":"
                                + "\"\"2\"\"}\",invoice,'-1 picture,client,false");
    }

    @Test
    void exportsTheSameLinesAsJson() {
        add(charge(1, "replicate"));

        HttpResponse<String> lines = server.get("/v1/costs/entries?format=jsonl");
        JsonNode data = TestServer.json(server.get("/v1/costs/entries")).at("/data/0");

        assertThat(lines.body()).isEqualTo(data + "\n");
    }

    @Test
    void exportsHowManyLinesThereMayBe() {
        for (int place = 1; place <= 2_500; place++) {
            add(charge(place, "replicate"));
        }

        List<String> table = server.get("/v1/costs/entries?format=csv").body().lines().toList();

        assertThat(table).hasSize(2_501);
        assertThat(table.getLast()).startsWith("2500,");
    }

    @Test
    void exportsNothingAsATableWithoutLines() {
        assertThat(server.get("/v1/costs/entries?format=csv").body().lines()).hasSize(1);
        assertThat(server.get("/v1/costs/entries?format=jsonl").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void breaksOffWhenTheLedgerCannotBeReadToItsEnd(String format) {
        for (int place = 1; place <= 5_000; place++) {
            add(charge(place, "replicate"));
        }
        server.bean(InMemoryEntries.class).breakAfter(3_000);

        assertThatThrownBy(() -> server.get("/v1/costs/entries?format=" + format))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=refund",
                "limit=0",
                "limit=1001",
                "cursor=x",
                "cursor=LTE",
                "format=csv&limit=10",
                "format=jsonl&cursor=MQ",
                "month=2026-11&to=2026-11-02",
                "timezone=Mars",
                "group_by=provider"
            })
    void refusesWhatCannotBeListed(String query) {
        HttpResponse<String> answer = server.get("/v1/costs/entries?" + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("errors")).hasSize(1);
    }

    private void add(LedgerEntry... entries) {
        List.of(entries).forEach(server.bean(InMemoryEntries.class)::add);
    }

    private static LedgerEntry charge(long place, String provider) {
        Billing billing =
                new Billing(
                        new Cost(new Money(120_000, USD), Certainty.PRICE_BOOK),
                        new BigDecimal("3E+1"),
                        PriceUnit.IMAGE,
                        new BigDecimal("0.0400"),
                        null,
                        "v1");
        return new LedgerEntry(place, new Charge("chg_" + place, AT, work(provider), billing));
    }

    private static LedgerEntry correction(long place) {
        return new LedgerEntry(
                place,
                new Correction(
                        "cor_" + place,
                        AT,
                        "chg_1",
                        AT,
                        work("replicate"),
                        Billing.of(new Cost(new Money(-30_000, USD), Certainty.REPORTED)),
                        Correction.Source.INVOICE,
                        "invoice/1",
                        "-1 picture"));
    }

    private static Work work(String provider) {
        return new Work(
                provider,
                "replicate",
                "portrait",
                null,
                "job-1",
                new GenerationId("gen_1"),
                new AttemptId("att_1"),
                1,
                "shop",
                Kind.HEADSHOT,
                4,
                null,
                3,
                new BigDecimal("12.50"),
                Duration.ofMillis(31_250),
                "succeeded",
                Map.of("b", "2", "a", "1"),
                false);
    }
}
