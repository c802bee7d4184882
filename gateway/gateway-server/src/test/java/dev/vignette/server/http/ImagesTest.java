package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.id.GenerationId;
import dev.vignette.portrait.ContentHash;
import dev.vignette.tck.SettableClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ImagesTest {
    private static final String ETAG = '"' + ContentHash.of(Samples.picture(0)).hex() + '"';

    private final TestServer server = TestServer.open();
    private String path = "";
    private String link = "";

    @BeforeEach
    void make() {
        GenerationId id = server.made();
        path = "/v1/generations/" + id + "/images/0";
        link = link(id);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void handsTheBytesToWhoeverHasTheLink() {
        HttpResponse<byte[]> answer = server.fetch(server.to(link));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Samples.picture(0));
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("ETag")).contains(ETAG);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("inline; filename=\"gen_0001-0.png\"");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(
                        value -> assertThat(value).matches("private, max-age=3[0-9]{3}"));
    }

    @Test
    void handsTheBytesToTheOwner() {
        HttpResponse<byte[]> answer = server.fetch(server.to(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Samples.picture(0));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/%s", "%s", "\"other\", %s"})
    void sendsNothingToWhoeverHasIt(String known) {
        HttpResponse<byte[]> answer =
                server.fetch(server.to(link).header("If-None-Match", known.replace("%s", ETAG)));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains(ETAG);
    }

    @Test
    void sendsTheBytesToWhoeverHasOthers() {
        HttpResponse<byte[]> answer =
                server.fetch(server.to(link).header("If-None-Match", "\"other\""));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void pointsToTheStoreWhenThatHasAnAddress() {
        server.bean(InMemoryObjects.class).giveAddress(URI.create("https://s3.test/"));

        HttpResponse<byte[]> byLink = server.fetch(server.to(link));
        HttpResponse<byte[]> byKey = server.fetch(server.to(path));

        assertThat(byLink.statusCode()).isEqualTo(302);
        assertThat(byLink.headers().firstValue("Location"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("https://s3.test/pictures/"));
        assertThat(byKey.statusCode()).isEqualTo(200);
    }

    @Test
    void namesTheSameLinkForAWhileAndOneThatLivesLongEnough() {
        SettableClock clock = server.bean(SettableClock.class);
        clock.advance(Duration.ofMinutes(29));
        String later = link(new GenerationId("gen_0001"));
        clock.advance(Duration.ofMinutes(2));
        String next = link(new GenerationId("gen_0001"));

        assertThat(later).isEqualTo(link);
        assertThat(next).isNotEqualTo(link);
        assertThat(server.fetch(server.to(next)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesALinkThatHasExpired() {
        server.bean(SettableClock.class).advance(Duration.ofMinutes(61));

        HttpResponse<String> answer = server.get(link);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("forbidden");
    }

    @Test
    void refusesALinkThatWasChanged() {
        assertThat(server.get(link.replace("images/0", "images/1")).statusCode()).isEqualTo(403);
        assertThat(server.get(link.replace("expires=1", "expires=2")).statusCode()).isEqualTo(403);
        assertThat(server.get(link + "A").statusCode()).isEqualTo(403);
        assertThat(server.get(path + "?signature=").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "99999", "x", "-1", "%20"})
    void saysThatThereIsNoSuchPicture(String index) {
        String other = path.replace("images/0", "images/" + index);

        assertThat(server.get(other).statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatItMayWorkLaterWhenTheStoreIsCutOff() {
        server.bean(InMemoryObjects.class).cutOff();

        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("bucket.internal");
    }

    private String link(GenerationId id) {
        JsonNode shown = TestServer.json(server.get("/v1/generations/" + id));
        URI url = URI.create(shown.at("/images/0/url").asText());
        return url.getRawPath() + '?' + url.getRawQuery();
    }
}
