package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationFailure;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Stage;
import dev.vignette.id.GenerationId;
import dev.vignette.money.Cost;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.tck.SettableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GenerationAnswersTest {
    private final TestServer server = TestServer.open();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersAtOnceWhereToLookAgain() {
        HttpResponse<String> answer = server.post(Samples.json(""));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/v1/generations/gen_0001");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
        assertThat(TestServer.json(answer).path("status").asText()).isEqualTo("queued");
        assertThat(TestServer.json(answer).path("done").asBoolean()).isFalse();
    }

    @Test
    void waitsNoLongerThanAsked() {
        HttpResponse<String> answer =
                server.send(server.posting(Samples.json("")).header("Prefer", "wait=1"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=1");
    }

    @Test
    void answersWhenItIsOverWithinTheWait() {
        GenerationId id = server.accepted();
        Thread.ofVirtual().start(() -> server.generations().succeed(id));

        HttpResponse<String> answer =
                server.send(server.to("/v1/generations/" + id).header("Prefer", "wait=50"));

        assertThat(TestServer.json(answer).path("status").asText()).isEqualTo("succeeded");
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=50");
    }

    @ParameterizedTest
    @CsvSource({
        "wait=600, wait=55",
        "wait = \"7\"; strict, wait=7",
        "wait=0, wait=0",
        "'wait=20, respond-async', respond-async",
        "wait=-1,",
        "wait=soon,",
        "handling=lenient,"
    })
    void saysWhichPreferenceWasApplied(String prefer, String applied) {
        GenerationId id = server.made();

        HttpResponse<String> answer =
                server.send(server.to("/v1/generations/" + id).header("Prefer", prefer));

        assertThat(answer.headers().firstValue("Preference-Applied").orElse(null))
                .isEqualTo(applied);
    }

    @Test
    void servesAnIdenticalRequestFromWhatWasMade() {
        GenerationId source = server.made();
        server.bean(SettableClock.class).advance(Duration.ofSeconds(90));

        HttpResponse<String> answer = server.post(Samples.json(""));

        JsonNode hit = TestServer.json(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(hit.path("id").asText()).isNotEqualTo(source.value());
        assertThat(hit.at("/cache/hit").asBoolean()).isTrue();
        assertThat(hit.at("/cache/source_id").asText()).isEqualTo(source.value());
        assertThat(hit.at("/cache/age_seconds").asLong()).isEqualTo(90);
        assertThat(hit.at("/cost/amount").asText()).isEqualTo("0.00");
        assertThat(hit.at("/cost/avoided").asText()).isEqualTo("0.04");
        assertThat(hit.path("attempts")).isEmpty();
        assertThat(hit.path("images")).hasSize(1);
    }

    @Test
    void showsAFinishedGenerationWhole() {
        server.post(
                Samples.json(",\"count\":2,\"labels\":{\"a\":\"b\"},\"metadata\":{\"c\":\"d\"}"));
        server.generations().succeed(new GenerationId("gen_0001"));

        JsonNode shown = TestServer.json(server.get("/v1/generations/gen_0001"));

        assertThat(shown.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "kind",
                        "status",
                        "done",
                        "created_at",
                        "completed_at",
                        "request",
                        "provider",
                        "images",
                        "fit",
                        "cost",
                        "cache",
                        "attempts",
                        "routing",
                        "error",
                        "labels",
                        "metadata",
                        "sandbox");
        assertThat(shown.path("created_at").asText()).isEqualTo("2026-11-20T10:00:00.123Z");
        assertThat(shown.at("/request/count").asInt()).isEqualTo(2);
        assertThat(shown.at("/request/image").isMissingNode()).isTrue();
        assertThat(shown.at("/images/1/index").asInt()).isEqualTo(1);
        assertThat(shown.at("/images/1/deletes_at").asText()).startsWith("2026-11-21");
        assertThat(shown.at("/images/1/seed").isNull()).isTrue();
        assertThat(shown.at("/fit/0/outcome").asText()).isEqualTo("shortfall");
        assertThat(shown.at("/cost/amount").asText()).isEqualTo("0.16");
        assertThat(shown.at("/attempts/0/provider_id").asText()).isEqualTo("p7q2");
        assertThat(shown.at("/attempts/0/error").isNull()).isTrue();
        assertThat(shown.at("/labels/a").asText()).isEqualTo("b");
        assertThat(shown.at("/metadata/c").asText()).isEqualTo("d");
        assertThat(shown.path("sandbox").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"QUEUED", "RUNNING", "STORING"})
    void namesTheStageOfWhatGoesOn(Stage stage) {
        GenerationId id = server.accepted();
        server.generations().advance(id, stage);

        JsonNode shown = TestServer.json(server.get("/v1/generations/" + id));

        assertThat(shown.path("status").asText()).isEqualTo(stage.wireName());
        assertThat(shown.path("completed_at").isNull()).isTrue();
        assertThat(shown.at("/fit/0/outcome").asText()).isEqualTo("dropped");
    }

    @Test
    void answers200WithTheReasonWhenAnAcceptedGenerationFailed() {
        GenerationId id = server.accepted();
        GenerationFailure failure =
                new GenerationFailure(
                        FailureCode.CONTENT_REFUSED, "moderated", "replicate", false, true);
        server.generations().end(id, new GenerationState.Failed(Instant.EPOCH, failure));

        HttpResponse<String> answer = server.get("/v1/generations/" + id);

        JsonNode error = TestServer.json(answer).path("error");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(error.path("code").asText()).isEqualTo("content_refused");
        assertThat(error.path("charged").asBoolean()).isTrue();
        assertThat(error.path("retryable").asBoolean()).isFalse();
    }

    @Test
    void neverCallsAnUnknownCostZero() {
        GenerationId id = server.made();
        server.generations()
                .change(
                        id,
                        s ->
                                new Snapshot(
                                        s.generation(), s.production(), Cost.UNPRICED, List.of()));

        JsonNode cost = TestServer.json(server.get("/v1/generations/" + id)).path("cost");

        assertThat(cost.path("amount").isNull()).isTrue();
        assertThat(cost.path("currency").isNull()).isTrue();
        assertThat(cost.path("certainty").asText()).isEqualTo("unpriced");
    }

    @Test
    void showsOneThatJoinedWithoutTheAttemptsOfAnother() {
        GenerationId id = server.made();
        server.generations()
                .change(
                        id,
                        s ->
                                new Snapshot(
                                        joined(s.generation()),
                                        s.production(),
                                        s.cost(),
                                        List.of()));

        JsonNode shown = TestServer.json(server.get("/v1/generations/" + id));

        assertThat(shown.at("/cache/joined").asBoolean()).isTrue();
        assertThat(shown.at("/cache/hit").asBoolean()).isTrue();
        assertThat(shown.at("/cache/source_id").asText()).isEqualTo("gen_9999");
        assertThat(shown.path("attempts")).isEmpty();
    }

    private static Generation joined(Generation g) {
        return new Generation(
                g.id(),
                g.client(),
                g.request(),
                new Origin.Joined(new GenerationId("gen_9999")),
                g.production(),
                g.createdAt(),
                g.deadline(),
                g.state(),
                g.avoided());
    }

    @Test
    void repeatsARequestWithTheSameKeyAndContent() {
        HttpRequest.Builder request =
                server.posting(Samples.json("")).header("Idempotency-Key", "\"k-1\"");
        HttpRequest.Builder bare =
                server.posting(Samples.json("")).header("Idempotency-Key", "k-1");
        HttpResponse<String> first = server.send(request);

        HttpResponse<String> again = server.send(bare);

        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(TestServer.json(again).path("id")).isEqualTo(TestServer.json(first).path("id"));
    }

    @Test
    void refusesAKeyThatWasUsedForOtherContent() {
        server.send(server.posting(Samples.json("")).header("Idempotency-Key", "k"));

        HttpResponse<String> answer =
                server.send(
                        server.posting(Samples.json(",\"count\":2"))
                                .header("Idempotency-Key", "k"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("code").asText())
                .isEqualTo("idempotency_key_reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a b", "a\tb", "\"a", "\""})
    void refusesAKeyThatIsNone(String key) {
        HttpResponse<String> answer =
                server.send(server.posting(Samples.json("")).header("Idempotency-Key", key));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestServer.json(answer).path("code").asText())
                .isEqualTo("invalid_idempotency_key");
    }

    @Test
    void takesAKeyOf255CharactersAndNoMore() {
        var fits = server.posting(Samples.json("")).header("Idempotency-Key", "k".repeat(255));
        var tooLong = server.posting(Samples.json("")).header("Idempotency-Key", "k".repeat(256));

        assertThat(server.send(fits).statusCode()).isEqualTo(202);
        assertThat(server.send(tooLong).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "UNSUPPORTED_TYPE, 415, unsupported_image_type",
        "INVALID, 422, invalid_image",
        "TOO_MANY_PIXELS, 422, image_too_many_pixels",
        "TOO_LARGE, 413, too_large",
        "ADDRESS_FORBIDDEN, 422, image_url_forbidden",
        "FETCH_FAILED, 422, image_fetch_failed"
    })
    void saysWhatIsWrongWithThePhoto(PhotoProblem.Kind kind, int status, String code) {
        server.generations()
                .answerNextWith(new Creation.PhotoRefused(new PhotoProblem(kind, "because")));

        HttpResponse<String> answer = server.post(Samples.json(""));

        JsonNode problem = TestServer.json(answer);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + code);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/image");
    }

    @Test
    void saysForEachProviderWhyItCannotServe() {
        Candidate candidate =
                new Candidate(
                        "replicate", "takes no prompt", List.of(Member.PROMPT), OnMisfit.DROP);
        server.generations().answerNextWith(new Creation.NoRoute(List.of(candidate)));

        HttpResponse<String> answer = server.post(Samples.json(""));

        JsonNode found = TestServer.json(answer).at("/candidates/0");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(found.path("provider").asText()).isEqualTo("replicate");
        assertThat(found.at("/members/0").asText()).isEqualTo("prompt");
        assertThat(found.path("on_misfit").asText()).isEqualTo("drop");
    }

    @Test
    void saysWhenToComeBack() {
        server.generations()
                .answerNextWith(new Creation.Unavailable("full", Duration.ofMillis(1500)));

        HttpResponse<String> answer = server.post(Samples.json(""));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void callsAGenerationOff() {
        GenerationId id = server.accepted();

        HttpResponse<String> once = server.send(canceling(id));
        HttpResponse<String> twice = server.send(canceling(id));

        assertThat(once.statusCode()).isEqualTo(202);
        assertThat(TestServer.json(once).path("status").asText()).isEqualTo("canceled");
        assertThat(twice.statusCode()).isEqualTo(202);
    }

    @Test
    void cannotCallOffWhatIsOver() {
        GenerationId id = server.made();

        HttpResponse<String> answer = server.send(canceling(id));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("already_finished");
    }

    private HttpRequest.Builder canceling(GenerationId id) {
        return server.to("/v1/generations/" + id + "/cancel")
                .POST(HttpRequest.BodyPublishers.noBody());
    }

    @Test
    void erasesAndTellsHowFarItIs() {
        GenerationId id = server.made();

        HttpResponse<String> answer = server.send(server.to("/v1/generations/" + id).DELETE());

        JsonNode erasure = TestServer.json(answer);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(erasure.path("state").asText()).isEqualTo("pending");
        assertThat(erasure.at("/places/database").asText()).isEqualTo("done");
        assertThat(erasure.at("/places/store").asText()).isEqualTo("pending");
        assertThat(server.get("/v1/erasures/" + erasure.path("id").asText()).body())
                .isEqualTo(answer.body());
        assertThat(server.get("/v1/erasures/era_unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatAnErasedGenerationIsGone() {
        GenerationId id = server.made();
        server.send(server.to("/v1/generations/" + id).DELETE());

        HttpResponse<String> answer = server.get("/v1/generations/" + id);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("erased");
        assertThat(server.get("/v1/generations/" + id + "/images/0").statusCode()).isEqualTo(410);
        assertThat(server.send(canceling(id)).statusCode()).isEqualTo(410);
    }

    @Test
    void listsNewestFirstAPageAtATime() {
        for (int i = 0; i < 3; i++) {
            server.accepted();
        }

        JsonNode first = TestServer.json(server.get("/v1/generations?limit=2"));
        String cursor = first.path("next_cursor").asText();
        JsonNode second = TestServer.json(server.get("/v1/generations?limit=2&cursor=" + cursor));

        assertThat(first.path("data").findValuesAsText("id"))
                .containsExactly("gen_0003", "gen_0002");
        assertThat(second.path("data").findValuesAsText("id")).containsExactly("gen_0001");
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void namesNoCursorWhenTheLastPageIsJustFull() {
        server.accepted();
        server.accepted();

        JsonNode page = TestServer.json(server.get("/v1/generations?limit=2"));

        assertThat(page.path("data")).hasSize(2);
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void listsWhatIsAskedFor() {
        server.post(Samples.json(",\"subject\":\"p1\""));
        server.post(Samples.json(",\"subject\":\"p2\""));

        JsonNode page = TestServer.json(server.get("/v1/generations?subject=p1&kind=headshot"));

        assertThat(page.path("data").findValuesAsText("id")).containsExactly("gen_0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "status=ended",
                "kind=selfie",
                "cursor=%21",
                "page=2",
                "limit=5&limit=6"
            })
    void refusesWhatCannotBeListed(String query) {
        HttpResponse<String> answer = server.get("/v1/generations?" + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("errors")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen_unknown", "nonsense", "gen_%20", "era_1"})
    void saysThatThereIsNone(String id) {
        HttpResponse<String> answer = server.get("/v1/generations/" + id);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("not_found");
    }
}
