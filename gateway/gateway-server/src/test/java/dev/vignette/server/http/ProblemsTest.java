package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.http.problem.ProblemCode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemsTest {
    private static final TestServer SERVER = TestServer.open();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static Stream<HttpRequest.Builder> refused() {
        HttpRequest.BodyPublisher text = HttpRequest.BodyPublishers.ofString("hello");
        HttpRequest.BodyPublisher large =
                HttpRequest.BodyPublishers.ofByteArray(new byte[30 << 20]);
        return Stream.of(
                SERVER.to("/nothing/here"),
                SERVER.to("/v1/nothing"),
                SERVER.to("/v1/generations").PUT(text),
                SERVER.to("/v1/kinds").POST(text),
                SERVER.to("/v1/generations").header("Accept", "image/png"),
                SERVER.to("/v1/generations").header("Content-Type", "text/plain").POST(text),
                SERVER.to("/v1/generations").header("Content-Type", "application/json").POST(large),
                SERVER.to("/problems/unheard_of"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithAProblemThatAPageExplains(HttpRequest.Builder request) {
        HttpResponse<String> answer = SERVER.send(request);

        JsonNode problem = TestServer.json(answer);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .contains(problem.path("request_id").asText());
        assertThat(SERVER.get(problem.path("type").asText()).statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheMethodsAnAddressTakes() {
        HttpResponse<String> answer =
                SERVER.send(SERVER.to("/v1/generations").PUT(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(String.join(",", answer.headers().allValues("Allow"))).contains("GET", "POST");
    }

    @Test
    void cannotAnswerWithAPicture() {
        HttpResponse<String> answer =
                SERVER.send(SERVER.to("/v1/generations").header("Accept", "image/png"));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("not_acceptable");
    }

    @Test
    void refusesABodyThatIsNeitherJsonNorForm() {
        HttpResponse<String> answer =
                SERVER.send(
                        SERVER.to("/v1/generations")
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("hello")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(TestServer.json(answer).path("code").asText())
                .isEqualTo("unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "json", "application/jsonp", "application/problem+json"})
    void refusesABodyOfUnknownKind(String type) {
        HttpResponse<String> answer =
                SERVER.send(
                        SERVER.to("/v1/generations")
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(Samples.json(""))));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void refusesABodyThatSaysNotWhatItIs() {
        HttpResponse<String> answer =
                SERVER.send(
                        SERVER.to("/v1/generations")
                                .POST(HttpRequest.BodyPublishers.ofString(Samples.json(""))));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void refusesABodyThatItCannotDecompress() {
        HttpResponse<String> answer =
                SERVER.send(SERVER.posting(Samples.json("")).header("Content-Encoding", "br"));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(TestServer.json(answer).path("detail").asText()).contains("gzip");
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, 202",
        "application/*, 202",
        "'text/html, application/json;q=0.5', 202",
        "'text/html, */*;q=0.1', 202",
        "application/json; charset=utf-8, 202",
        "text/html, 406",
        "application/json;q=0, 406",
        "'', 202"
    })
    void answersWithJsonOrNotAtAll(String accept, int status) {
        HttpResponse<String> answer =
                SERVER.send(SERVER.posting(Samples.json("")).header("Accept", accept));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo(status == 406 ? "application/problem+json" : "application/json");
    }

    @Test
    void refusesABodyOf30Megabytes() {
        HttpResponse<String> answer =
                SERVER.send(
                        SERVER.to("/v1/generations")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[30 << 20])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("too_large");
    }

    @Test
    void tellsNothingOfWhatFailedInside() {
        SERVER.bean(InMemoryReports.class).failNextWith("jdbc:postgresql://db.internal password=x");

        HttpResponse<String> answer = SERVER.get("/v1/costs");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("internal_error");
        assertThat(answer.body()).doesNotContain("postgresql", "password", "Exception", "at dev.");
    }

    @Test
    void answersWithAProblemWhateverTheCallerAccepts() {
        HttpResponse<String> answer =
                SERVER.send(SERVER.to("/nothing").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"app-7f.3:a, true", "'has space', false", "<b>, false"})
    void keepsTheCallersRequestIdWhenItIsSane(String id, boolean kept) {
        HttpResponse<String> answer =
                SERVER.send(SERVER.to("/v1/kinds").header("X-Request-Id", id));

        String named = answer.headers().firstValue("X-Request-Id").orElse("");
        assertThat(named.equals(id)).isEqualTo(kept);
        assertThat(named).isNotEmpty();
    }

    @Test
    void replacesAnEndlessRequestId() {
        HttpResponse<String> answer =
                SERVER.send(SERVER.to("/v1/kinds").header("X-Request-Id", "a".repeat(129)));

        assertThat(answer.headers().firstValue("X-Request-Id").orElse("")).startsWith("req_");
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void hasAPageForEveryCode(ProblemCode code) {
        HttpResponse<String> page = SERVER.get("/problems/" + code.wireName());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body()).contains(code.wireName(), "What to do");
        assertThat(SERVER.get("/problems").body()).contains("/problems/" + code.wireName());
    }
}
