package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.live.Configuration;
import dev.vignette.server.live.ConfiguredDesk;
import dev.vignette.store.AuditEntry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The configuration as operators meet it. */
final class ConfigTest {
    private static final String HOUR = "vignette:\n  cache: {ttl: 1h}\n";
    private static final String DAY = "vignette:\n  cache: {ttl: 24h}\n";

    private final TestServer server = TestServer.open();
    private final ConfiguredDesk desk = server.bean(ConfiguredDesk.class);

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode config() {
        return TestServer.json(server.get("/v1/config"));
    }

    private HttpResponse<String> rollBack(String body) {
        return server.send(
                server.to("/v1/config/rollback")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void saysWhatIsInForce() {
        desk.write(HOUR);

        JsonNode config = config();

        assertThat(config.path("version").asInt()).isEqualTo(2);
        assertThat(config.path("hash").asText()).hasSize(64);
        assertThat(config.path("applied_by").asText()).isEqualTo("file");
        assertThat(config.path("applied_at").asText()).startsWith("2026-11-20T10:00:00");
        assertThat(config.path("file").asText()).endsWith("vignette.yml");
        assertThat(config.path("in_sync").asBoolean()).isTrue();
        assertThat(config.path("out_of_sync").isNull()).isTrue();
        assertThat(config.path("refused").isNull()).isTrue();
        assertThat(config.path("need_restart")).isEmpty();
        assertThat(config.path("versions")).hasSize(2);
        assertThat(config.at("/versions/0/changed/0").asText()).isEqualTo("vignette.cache.ttl");
        assertThat(config.at("/versions/1/version").asInt()).isOne();
    }

    @Test
    void saysWhatWasRefusedAndWhy() {
        desk.write("vignette:\n  cahce: {ttl: 1h}\n");

        JsonNode config = config();

        assertThat(config.path("version").asInt()).isOne();
        assertThat(config.path("in_sync").asBoolean()).isFalse();
        assertThat(config.at("/refused/faults/0/line").asInt()).isEqualTo(2);
        assertThat(config.at("/refused/faults/0/key").asText()).isEqualTo("vignette.cahce");
        assertThat(config.at("/refused/faults/0/reason").asText())
                .contains("did you mean 'cache'?");
    }

    @Test
    void showsTheTextOfAVersionAndWhatItChanged() {
        desk.write(HOUR);
        desk.write(DAY);

        JsonNode version = TestServer.json(server.get("/v1/config/versions/3"));

        assertThat(version.path("text").asText()).isEqualTo(DAY);
        assertThat(version.path("diff").asText())
                .contains("-  cache: {ttl: 1h}", "+  cache: {ttl: 24h}");
        for (String unknown : new String[] {"4", "0", "-1", "x", "9".repeat(30)}) {
            assertThat(server.get("/v1/config/versions/" + unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }

    @Test
    void goesBackWithAReason() {
        desk.write(HOUR);
        desk.write(DAY);

        HttpResponse<String> answer = rollBack("{\"reason\": \"too long\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode config = TestServer.json(answer);
        assertThat(config.path("version").asInt()).isEqualTo(4);
        assertThat(config.path("applied_by").asText()).isEqualTo("local");
        assertThat(config.path("restores").asInt()).isEqualTo(2);
        assertThat(config.path("in_sync").asBoolean()).isFalse();
        assertThat(config.path("out_of_sync").asText()).contains("rolled back");
        assertThat(desk.rows().audit().of(Configuration.SUBJECT))
                .extracting(AuditEntry::reason)
                .containsExactly("too long");
    }

    @Test
    void goesBackWithoutABodyUntilThereIsNothingBefore() {
        desk.write(HOUR);

        HttpResponse<String> first =
                server.send(server.to("/v1/config/rollback").POST(BodyPublishers.noBody()));
        HttpResponse<String> second =
                server.send(server.to("/v1/config/rollback").POST(BodyPublishers.noBody()));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(TestServer.json(second).path("code").asText()).isEqualTo("no_earlier_version");
    }

    @Test
    void readsTheReasonStrictly() {
        desk.write(HOUR);

        assertThat(rollBack("{\"reasn\": \"x\"}").statusCode()).isEqualTo(422);
        assertThat(rollBack("[]").statusCode()).isBetween(400, 422);
        assertThat(config().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void isForOperatorsOnly() {
        try (TestServer closed = TestServer.withClients()) {
            assertThat(closed.get("/v1/config").statusCode()).isEqualTo(401);
            assertThat(
                            closed.send(
                                            closed.to("/v1/config")
                                                    .header("Authorization", "Bearer shop-key"))
                                    .statusCode())
                    .isEqualTo(403);
        }
    }
}
