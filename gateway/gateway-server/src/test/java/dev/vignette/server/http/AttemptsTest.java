package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.Limits;
import dev.vignette.server.http.links.SignedCallbackLinks;
import dev.vignette.store.Proposal;
import dev.vignette.tck.memory.MemoryRows;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts in doubt, as operators and providers meet them. */
final class AttemptsTest {
    private static final String REASON = "\"reason\": \"not on the invoice\"";

    private final TestServer server = TestServer.open();
    private final MemoryRows rows = server.bean(MemoryRows.class);

    @AfterEach
    void close() {
        server.close();
    }

    /** An attempt of which nobody knows whether it was bought. */
    private Attempt inReview() {
        Attempt unknown = unknown();
        Attempt review =
                unknown.in(
                        new AttemptState.Review(
                                Progress.SENT, Progress.SENT, Progress.ENDED, "the line broke"));
        assertThat(rows.productions().advance(review)).isTrue();
        return review;
    }

    private Attempt unknown() {
        Proposal.Buy buy = Purchase.valid().attempts(1).proposal();
        rows.generations().accept(buy);
        Attempt sending = Progress.sending(buy.production().attempts().getFirst());
        rows.attempts().depart(sending, Limits.NONE);
        Attempt unknown =
                sending.in(
                        new AttemptState.Unknown(Progress.SENT, Progress.SENT, "the line broke"));
        assertThat(rows.productions().advance(unknown)).isTrue();
        return unknown;
    }

    private HttpResponse<String> settle(String id, String body) {
        return server.send(
                server.to("/v1/attempts/" + id + "/settle")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> call(String path, String body) {
        return server.send(server.to(path).POST(BodyPublishers.ofString(body)));
    }

    private String address(AttemptId attempt, String provider) {
        return server.bean(SignedCallbackLinks.class)
                .webhook(attempt, provider)
                .orElseThrow()
                .getRawPath();
    }

    @Test
    void areListedWithWhatWasSeenOfThem() {
        Attempt review = inReview();
        rows.evidence()
                .note(
                        new Evidence(
                                review.id(),
                                Progress.ENDED,
                                Evidence.Kind.PHOTO_FETCHED,
                                null,
                                "fetched"));

        JsonNode listed = TestServer.json(server.get("/v1/attempts?state=review"));

        assertThat(listed.path("next_cursor").isNull()).isTrue();
        assertThat(listed.path("data")).hasSize(1);
        JsonNode found = listed.path("data").get(0);
        assertThat(found.path("id").asText()).isEqualTo(review.id().value());
        assertThat(found.path("state").asText()).isEqualTo("review");
        assertThat(found.path("error").path("detail").asText()).isEqualTo("the line broke");
        assertThat(found.path("evidence").get(0).path("kind").asText()).isEqualTo("photo_fetched");
        assertThat(found.path("cost").isNull()).isTrue();
    }

    @Test
    void areListedPageByPage() {
        inReview();
        inReview();

        JsonNode first = TestServer.json(server.get("/v1/attempts?limit=1"));
        JsonNode second =
                TestServer.json(
                        server.get(
                                "/v1/attempts?limit=1&cursor="
                                        + first.path("next_cursor").asText()));

        assertThat(first.path("data")).hasSize(1);
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(first.path("data")).isNotEqualTo(second.path("data"));
    }

    @Test
    void areSettledWithAReasonThatIsKept() {
        Attempt review = inReview();

        HttpResponse<String> answer =
                settle(review.id().value(), "{\"action\": \"write_off\", " + REASON + "}");

        JsonNode settled = TestServer.json(answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(settled.path("state").asText()).isEqualTo("written_off");
        assertThat(settled.path("cost").path("certainty").asText()).isEqualTo("unpriced");
        assertThat(settled.path("audit").get(0).path("client").asText()).isEqualTo("local");
        assertThat(settled.path("audit").get(0).path("reason").asText())
                .isEqualTo("not on the invoice");
    }

    @Test
    void areSettledOnce() {
        Attempt review = inReview();
        String body = "{\"action\": \"write_off\", " + REASON + "}";
        settle(review.id().value(), body);

        HttpResponse<String> again = settle(review.id().value(), body);

        assertThat(again.statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\": \"forget\", \"reason\": \"x\"}",
                "{\"action\": \"retry\"}",
                "{\"action\": \"retry\", \"reason\": \"\"}",
                "{\"action\": \"retry\", \"reason\": \"x\", \"more\": 1}"
            })
    void areNotSettledByABodyAtFault(String body) {
        Attempt review = inReview();

        HttpResponse<String> answer = settle(review.id().value(), body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("errors")).isNotEmpty();
        assertThat(rows.attempts().find(review.id())).contains(review);
    }

    @Test
    void areNotFoundUnderOtherIds() {
        String unknown = "att_00000000000000000000000000000000";

        assertThat(server.get("/v1/attempts/" + unknown).statusCode()).isEqualTo(404);
        assertThat(server.get("/v1/attempts/nonsense").statusCode()).isEqualTo(404);
        assertThat(settle(unknown, "{\"action\": \"retry\", " + REASON + "}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void areFoundAgainByACallOfTheirProvider() {
        Attempt unknown = unknown();

        HttpResponse<String> answer = call(address(unknown.id(), "wide"), "job-7");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(rows.attempts().find(unknown.id()).orElseThrow().state())
                .isInstanceOf(AttemptState.Accepted.class);
    }

    @Test
    void areNotTouchedByACallAtAnAddressThatIsNotOurs() {
        Attempt unknown = unknown();
        String address = address(unknown.id(), "wide");

        assertThat(call(address + "A", "job-7").statusCode()).isEqualTo(401);
        assertThat(call(address.replace("wide", "narrow"), "job-7").statusCode()).isEqualTo(401);
        assertThat(rows.attempts().find(unknown.id())).contains(unknown);
    }

    @Test
    void areNotTouchedByACallThatIsNotTheProviders() {
        Attempt unknown = unknown();

        assertThat(call(address(unknown.id(), "wide"), "forged").statusCode()).isEqualTo(401);
        assertThat(call(address(unknown.id(), "wide"), "later").statusCode()).isEqualTo(503);
        assertThat(rows.attempts().find(unknown.id())).contains(unknown);
    }
}
