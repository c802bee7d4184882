package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.id.GenerationId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
    private static final TestServer SERVER = TestServer.withClients();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Basic c2hvcA==",
                "Bearer former-key"
            })
    void refusesWhoeverHasNoValidKey(String authorization) {
        HttpResponse<String> answer =
                SERVER.send(SERVER.to("/v1/generations").header("Authorization", authorization));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/generations",
                "/v1/generations/gen_1",
                "/v1/generations/gen_1/images/0",
                "/v1/erasures/era_1",
                "/v1/attempts",
                "/v1/attempts/att_1",
                "/v1/kinds",
                "/v1/costs",
                "/v1/costs/accounts",
                "/v1/costs/comparison",
                "/v1/costs/focus?version=1.2",
                "/v1/nothing"
            })
    void keepsEveryDoorShutWithoutAKey(String path) {
        assertThat(SERVER.get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.yaml", "/docs", "/problems", "/problems/forbidden"})
    void needsNoKeyToBeRead(String path) {
        assertThat(SERVER.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void admitsWhoeverHasAKeyHoweverTheSchemeIsSpelt() {
        HttpResponse<String> answer =
                SERVER.send(
                        SERVER.to("/v1/generations").header("Authorization", "bearer shop-key"));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhoeverLacksTheScope() {
        assertThat(SERVER.send(as("shop", "/v1/costs")).statusCode()).isEqualTo(403);
        assertThat(SERVER.send(as("shop", "/v1/erasures/era_1")).statusCode()).isEqualTo(403);
        assertThat(SERVER.send(as("shop", "/v1/attempts")).statusCode()).isEqualTo(403);
        assertThat(SERVER.send(as("finance", "/v1/generations")).statusCode()).isEqualTo(403);
        assertThat(SERVER.send(as("finance", "/v1/costs")).statusCode()).isEqualTo(200);
    }

    @Test
    void showsNobodyElsesGeneration() {
        HttpResponse<String> created =
                SERVER.send(
                        SERVER.posting(Samples.json(""))
                                .header("Authorization", "Bearer shop-key"));
        String path = "/v1/generations/" + TestServer.json(created).path("id").asText();

        assertThat(SERVER.send(as("shop", path)).statusCode()).isEqualTo(200);
        assertThat(SERVER.send(as("other", path)).statusCode()).isEqualTo(404);
        assertThat(
                        SERVER.send(
                                        as("other", path + "/cancel")
                                                .POST(HttpRequest.BodyPublishers.noBody()))
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsASignedLinkStandInForAKeyAndNothingElse() {
        HttpResponse<String> created =
                SERVER.send(
                        SERVER.posting(Samples.json(",\"count\":2"))
                                .header("Authorization", "Bearer shop-key"));
        GenerationId id = new GenerationId(TestServer.json(created).path("id").asText());
        SERVER.generations().succeed(id);
        String url =
                TestServer.json(SERVER.send(as("shop", "/v1/generations/" + id)))
                        .at("/images/0/url")
                        .asText();
        String query = url.substring(url.indexOf('?'));

        assertThat(SERVER.get("/v1/generations/" + id + "/images/0" + query).statusCode())
                .isEqualTo(200);
        assertThat(SERVER.get("/v1/generations/" + id + query).statusCode()).isEqualTo(401);
        assertThat(SERVER.send(as("other", "/v1/generations/" + id + "/images/0")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api_key", "key", "Access_Token", "token"})
    void refusesAKeyInTheAddress(String name) {
        HttpResponse<String> answer =
                SERVER.send(as("shop", "/v1/generations?" + name + "=shop-key"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("credential_in_query").doesNotContain("shop-key");
    }

    @Test
    void refusesMoreRequestsAMinuteThanAClientMaySend() {
        SERVER.send(as("slow", "/v1/kinds"));
        SERVER.send(as("slow", "/v1/kinds"));

        HttpResponse<String> third = SERVER.send(as("slow", "/v1/kinds"));

        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(SERVER.send(as("shop", "/v1/kinds")).statusCode()).isEqualTo(200);
    }

    private static HttpRequest.Builder as(String client, String path) {
        return SERVER.to(path).header("Authorization", "Bearer " + client + "-key");
    }
}
