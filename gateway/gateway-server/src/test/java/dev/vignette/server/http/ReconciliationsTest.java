package dev.vignette.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.generation.Attempt;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.server.http.reconciliations.UploadFolder;
import dev.vignette.storage.rows.Rows;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReconciliationsTest {
    private static final String PATH = "/v1/costs/reconciliations";
    private static final String BOUNDARY = "----invoice";
    private static final Cost PRICED = new Cost(Progress.usd("0.08"), Certainty.PRICE_BOOK);
    private static final Instant DECEMBER = Instant.parse("2026-12-03T09:00:00Z");

    private final TestServer server = TestServer.open();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void comparesAndWritesNothingUnlessTold() {
        Charge charge = bought();

        JsonNode found = read(send("id,amount,currency\n" + job(charge) + ",0.07,USD\n"));

        assertThat(found.path("dry_run").asBoolean()).isTrue();
        assertThat(found.at("/totals/0/ledger").asText()).isEqualTo("0.08");
        assertThat(found.at("/totals/0/invoice").asText()).isEqualTo("0.07");
        assertThat(found.at("/totals/0/difference").asText()).isEqualTo("-0.01");
        assertThat(found.at("/counts/price_differs").asLong()).isEqualTo(1);
        assertThat(found.at("/lines/0/line").asLong()).isEqualTo(2);
        assertThat(found.at("/lines/0/proposed").asText()).isEqualTo("-0.01");
        assertThat(found.at("/lines/0/charge_id").asText()).isEqualTo(charge.id());
        assertThat(found.path("corrections").asLong()).isZero();
        assertThat(found.path("file_sha256").asText()).hasSize(64);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void writesOnceHoweverOftenItIsSent() {
        String invoice = "id,amount,currency\n" + job(bought()) + ",0.07,USD\nother,0.01,USD\n";

        JsonNode first = read(send(invoice, "dry_run=false"));
        JsonNode again = read(send(invoice + "\n", "dry_run=false"));

        assertThat(first.path("corrections").asLong()).isEqualTo(2);
        assertThat(again.path("corrections").asLong()).isZero();
        assertThat(again.at("/counts/matched").asLong()).isEqualTo(2);
        assertThat(again.at("/totals/0/difference").asText()).isEqualTo("0.00");
        assertThat(ledger()).hasSize(3);
    }

    @Test
    void matchesWhatHasNoIdByAmountAndNearestTime() {
        bought();

        JsonNode found =
                read(
                        send(
                                """
                                time,amount,currency
                                2026-11-20 10:00:40,0.08,USD
                                2026-11-20 10:05:00,0.08,USD
                                """));

        assertThat(found.at("/counts/matched").asLong()).isEqualTo(1);
        assertThat(found.at("/counts/missing_here").asLong()).isEqualTo(1);
        assertThat(found.at("/lines/0/line").asLong()).isEqualTo(3);
    }

    @Test
    void findsWhatItWroteForALineWithoutAnId() {
        String invoice = "time,amount,currency\n2026-11-03T10:00:40Z,0.08,USD\n";
        server.bean(SettableClock.class).set(DECEMBER);
        send("id,amount,currency\nj1,0.01,USD\n", "dry_run=false", "close=true");

        JsonNode first = read(send(invoice, "dry_run=false"));
        JsonNode again = read(send(invoice, "dry_run=false"));

        assertThat(first.path("corrections").asLong()).isEqualTo(2); // and one is not on it
        assertThat(again.path("corrections").asLong()).isZero();
        assertThat(again.at("/counts/matched").asLong()).isEqualTo(1);
    }

    @Test
    void writesNothingWhileALineCouldBeTwoCharges() {
        bought();
        bought();
        String invoice = "time,amount,currency\n2026-11-20T10:00:31.5Z,0.08,USD\n";

        JsonNode found = read(send(invoice));
        HttpResponse<String> applied = send(invoice, "dry_run=false");

        assertThat(found.at("/counts/ambiguous").asLong()).isEqualTo(1);
        assertThat(applied.statusCode()).isEqualTo(409);
        assertThat(read(applied).path("code").asText()).isEqualTo("ambiguous_lines");
        assertThat(ledger()).hasSize(2);
    }

    @Test
    void closesAMonthThatIsOverAndOnlyOnce() {
        String invoice = "id,amount,currency\n" + job(bought()) + ",0.08,USD\n";

        HttpResponse<String> early = send(invoice, "dry_run=false", "close=true");
        server.bean(SettableClock.class).set(DECEMBER);
        JsonNode closed = read(send(invoice, "dry_run=false", "close=true"));
        HttpResponse<String> again = send(invoice, "dry_run=false", "close=true");

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(read(early).path("code").asText()).isEqualTo("month_not_over");
        assertThat(closed.path("closed").asBoolean()).isTrue();
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(read(again).path("code").asText()).isEqualTo("month_closed");
    }

    @Test
    void datesCorrectionsIntoAnOpenMonthAndAfterAClosedOne() {
        String job = job(bought());
        server.bean(SettableClock.class).set(DECEMBER);

        send("id,amount,currency\n" + job + ",0.07,USD\n", "dry_run=false", "close=true");
        send("id,amount,currency\n" + job + ",0.06,USD\n", "dry_run=false");

        assertThat(ledger())
                .extracting(entry -> entry.line().at())
                .containsExactly(
                        Progress.ENDED, Instant.parse("2026-11-30T23:59:59.999Z"), DECEMBER);
    }

    @Test
    void keepsComparisonsAndTheirLines() {
        String id =
                read(send("id,amount,currency\n" + job(bought()) + ",0.08,USD\n=evil(),0.01,USD\n"))
                        .path("id")
                        .asText();

        JsonNode kept = read(server.get(PATH + "/" + id));
        HttpResponse<String> csv = server.get(PATH + "/" + id + "?format=csv");
        HttpResponse<String> different =
                server.get(PATH + "/" + id + "?format=csv&lines=different");

        assertThat(kept.path("lines")).hasSize(1);
        assertThat(read(server.get(PATH)).at("/data/0/id").asText()).isEqualTo(id);
        assertThat(csv.headers().firstValue("content-type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(different.body().lines())
                .containsExactly(
                        "line,finding,provider_id,time,currency,invoice,ledger,proposed,seconds,charge_id",
                        "3,missing_here,'=evil(),,USD,0.01,,0.01,,");
        assertThat(server.get(PATH + "/rec_none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void readsWhatSpreadsheetsAndProvidersWrite(byte[] file, String[] fields) {
        HttpResponse<String> answer = send(file, fields);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read(answer).at("/totals/0/invoice").asText()).isEqualTo("0.07");
    }

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                good("\uFEFFid,amount,currency\nj1,0.07,USD\n"),
                good("id;amount;currency\r\nj1;0.07;USD\r\n"),
                good("id\tamount\tcurrency\nj1\t0.07\tUSD"),
                good(
                        "\"ID\",\"note\",Amount,CURRENCY\n\"j1\",\"a, \"\"b\"\"\nc\",0.0700000,USD\n\n"),
                good("id,amount\nj1,0.07\n", "default_currency=USD"),
                good("Prediction,Cost\nj1,0.07\n", "provider=named"),
                good(
                        "job,price\nj1,0.07\n",
                        "provider=named",
                        "id_column=job",
                        "amount_column=price"),
                good("id,amount,currency\nj1,0.10,USD\nj2,-0.03,USD\n", "credits=true"),
                good(
                        "id,amount,currency,time,seconds\nj1,0.07,USD,2026-11-20T10:00:00+01:00,1.5\n"));
    }

    private static Arguments good(String file, String... fields) {
        return Arguments.of(file.getBytes(UTF_8), fields);
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void refusesABadFileWithItsLineAndKeepsNothing(byte[] file, String detail) {
        HttpResponse<String> answer = send(file, "dry_run=false");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(read(answer).path("code").asText()).isEqualTo("invalid_request");
        assertThat(read(answer).at("/errors/0/pointer").asText()).isEqualTo("/file");
        assertThat(read(answer).at("/errors/0/detail").asText()).isEqualTo(detail);
        assertThat(read(server.get(PATH)).path("data")).isEmpty();
        assertThat(ledger()).isEmpty();
        assertThat(server.bean(UploadFolder.class).path()).isEmptyDirectory();
    }

    static Stream<Arguments> badFiles() {
        String header = "id,amount,currency\n";
        return Stream.of(
                bad("", "the file is empty"),
                bad(header, "the file has a header and no lines"),
                bad(
                        "id,cost,currency\nj1,0.07,USD\n",
                        "line 1: there is no column 'amount'; the header has id, cost, currency"),
                bad(
                        "job;amount;currency\nj1;0.07;USD\n",
                        "line 1: there is no column 'id'; the header has job, amount, currency"),
                bad(
                        "id,amount\nj1,0.07\n",
                        "line 1: there is no column 'currency'; name it, or say what all amounts"
                                + " are in"),
                bad("id,amount,id\n", "line 1: the column 'id' is there twice"),
                bad(
                        header + "j1,0.07,USD\nj2,\"0,07\",USD\n",
                        "line 3: the amount '0,07' has a decimal comma; write a point"),
                bad(
                        "id;amount;currency\nj1;0,07;USD\n",
                        "line 2: the amount '0,07' has a decimal comma; write a point"),
                bad(header + "j1,0,07,USD\n", "line 2: it has 4 columns and the header 3"),
                bad(header + "j1,0.07\n", "line 2: it has 2 columns and the header 3"),
                bad(
                        header + "j1,-0.07,USD\n",
                        "line 2: the amount -0.07 is below zero; say that there are credits"),
                bad(
                        header + "j1,$0.07,USD\n",
                        "line 2: '$0.07' is no amount such as 0.04, below a million"),
                bad(
                        header + "j1,1e-3,USD\n",
                        "line 2: '1e-3' is no amount such as 0.04, below a million"),
                bad(header + "j1,,USD\n", "line 2: it has no amount"),
                bad(header + "j1,0.07,\n", "line 2: it has no currency"),
                bad(header + "j1,0.07,DOLLAR\n", "line 2: 'DOLLAR' is no ISO 4217 currency"),
                bad(header + ",0.07,USD\n", "line 2: it has neither an id nor a time"),
                bad(
                        header + "j1,0.07,USD\nj2,0.07,USD\nj1,0.01,USD\n",
                        "line 4: the id 'j1' is in line 2 already"),
                bad(
                        header + "j1,0.07,USD\n\"j2,0.07,USD\n",
                        "line 3: a quote is not closed, or something follows it"),
                bad(
                        header + "j1,0.07,USD\nj\0" + "2,0.07,USD\n",
                        "line 3: it has a zero byte in it"),
                bad(
                        "time,amount,currency\nyesterday,0.07,USD\n",
                        "line 2: 'yesterday' is no time such as 2026-11-20T10:00:00Z"),
                bad(
                        "id,amount,currency,seconds\nj1,0.07,USD,fast\n",
                        "line 2: 'fast' are no seconds such as 12.5"),
                bad(
                        header + "\"" + "x".repeat(1_100_000) + "\n",
                        "line 2: it does not end; is a quote not closed?"),
                bad(
                        UTF_16,
                        header + "j1,0.07,USD\n",
                        "line 1: the file is UTF-16; save it as UTF-8"),
                bad(
                        UTF_16LE,
                        header + "j1,0.07,USD\n",
                        "line 1: the file is UTF-16; save it as UTF-8"),
                bad(
                        ISO_8859_1,
                        header + "j1,0.07,USD\nj\u00fc2,0.07,USD\n",
                        "line 3: it is not UTF-8; is it Latin-1 (Windows-1252)?; save it as UTF-8"));
    }

    private static Arguments bad(String file, String detail) {
        return bad(UTF_8, file, detail);
    }

    private static Arguments bad(Charset encoding, String file, String detail) {
        return Arguments.of(file.getBytes(encoding), detail);
    }

    @Test
    void refusesAnotherCurrencyThanTheCharges() {
        HttpResponse<String> answer =
                send("id,amount,currency\n" + job(bought()) + ",0.08,EUR\n", "dry_run=false");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(answer).at("/errors/0/detail").asText())
                .isEqualTo("line 2: the amount is in EUR and its charge in USD");
        assertThat(read(server.get(PATH)).path("data")).isEmpty();
    }

    @Test
    void namesEveryFieldAtFault() {
        HttpResponse<String> answer =
                send(
                        "id,amount,currency\nj1,0.07,USD\n",
                        "provider=nobody",
                        "month=November",
                        "dry_run=maybe",
                        "close=true",
                        "default_currency=Dollar",
                        "colour=red");

        assertThat(read(answer).path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/provider", "/month", "/dry_run", "/default_currency", "/colour");
    }

    @Test
    void wantsAFileAForm() {
        HttpResponse<String> none = send(new byte[0], "file=text");
        HttpResponse<String> broken =
                server.send(
                        server.to(PATH)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(
                                        BodyPublishers.ofString(
                                                "--x\r\nContent-Disposition: form-data; name=\"file\";"
                                                        + " filename=\"a\"\r\n\r\nid,amount")));
        HttpResponse<String> json =
                server.send(
                        server.to(PATH)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(read(none).at("/errors/0/pointer").asText()).isEqualTo("/file");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(json.statusCode()).isEqualTo(415);
    }

    @Test
    void saysWhichProviderKeepsNoList() {
        HttpResponse<String> answer = list("{\"provider\": \"replicate\", \"month\": \"2026-11\"}");
        HttpResponse<String> more = list("{\"provider\": \"replicate\", \"dry_run\": false}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(read(answer).at("/errors/0/pointer").asText()).isEqualTo("/provider");
        assertThat(read(more).at("/errors/0/pointer").asText()).isEqualTo("/dry_run");
    }

    private HttpResponse<String> list(String json) {
        return server.send(
                server.to(PATH)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    @Test
    void needsTheScopeForWriting() {
        try (TestServer guarded = TestServer.withClients()) {
            HttpResponse<String> answer =
                    guarded.send(
                            guarded.to(PATH)
                                    .header("Authorization", "Bearer finance-key")
                                    .header("Content-Type", "multipart/form-data; boundary=x")
                                    .POST(BodyPublishers.ofString("--x--\r\n")));
            HttpResponse<String> list =
                    guarded.send(guarded.to(PATH).header("Authorization", "Bearer finance-key"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(list.statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> send(String file, String... fields) {
        return send(file.getBytes(UTF_8), fields);
    }

    /** Sends the file for November at replicate, unless the fields say otherwise. */
    private HttpResponse<String> send(byte[] file, String... fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Stream<String> all =
                Stream.concat(
                        Stream.of("provider=replicate", "month=2026-11")
                                .filter(usual ->
                                        Stream.of(fields)
                                                .noneMatch(
                                                        field -> name(field).equals(name(usual)))),
                        Stream.of(fields));
        all.forEach(field ->
                body.writeBytes(
                        part(
                                "name=\"%s\"".formatted(name(field)),
                                field.substring(name(field).length() + 1))));
        if (Stream.of(fields).noneMatch(field -> name(field).equals("file"))) {
            body.writeBytes(part("name=\"file\"; filename=\"invoice.csv\"", ""));
            byte[] soFar = body.toByteArray();
            body.reset();
            body.write(soFar, 0, soFar.length - 2);
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return server.send(
                server.to(PATH)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf('='));
    }

    private static byte[] part(String disposition, String value) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, disposition, value)
                .getBytes(UTF_8);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return TestServer.json(answer);
    }

    private static String job(Charge charge) {
        return Objects.requireNonNull(charge.work().providerId());
    }

    private List<LedgerEntry> ledger() {
        return server.bean(Rows.class).ledger().after(0, 100);
    }

    private Charge bought() {
        Rows rows = server.bean(Rows.class);
        Proposal.Buy buy = Purchase.valid().proposal();
        rows.generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        Charge charge = Progress.charge(buy, ended, PRICED, Progress.ENDED);
        rows.productions().conclude(ended, charge, List.of());
        return charge;
    }
}
