package dev.vignette.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.portrait.Kind;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictReadingTest {
    private static final TestServer SERVER = TestServer.open();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "count | 0",
                "count | 14",
                "count | \"4\"",
                "count | 4.0",
                "count | 4e0",
                "count | true",
                "count | null",
                "count | 99999999999999999999",
                "prompt | \"\"",
                "prompt | 7",
                "prompt | \"\\u0000\"",
                "prompt | \"\\ud800\"",
                "negative_prompt | []",
                "background | \"blue\"",
                "background | \"WHITE\"",
                "randomize | \"yes\"",
                "randomize | 1",
                "safety_tolerance | 3",
                "safety_tolerance | -1",
                "steps | 27",
                "guidance | 0.99",
                "guidance | 10.01",
                "guidance | \"7.5\"",
                "guidance | 1e1000000",
                "seed | 4294967296",
                "seed | -1",
                "output_format | \"gif\"",
                "on_misfit | \"maybe\"",
                "providers | []",
                "providers | \"replicate\"",
                "cache | \"no\"",
                "deadline_seconds | 9",
                "deadline_seconds | 1801",
                "subject | \"\"",
                "labels | []",
                "labels | {\"a\":1} | /labels/a",
                "labels | {\"a/b~c\":1} | /labels/a~1b~0c",
                "labels | {\"\":\"x\"} | /labels/",
                "metadata | \"x\"",
                "providers | [1] | /providers/0",
                "unheard_of | 1",
                "webhook_url | \"http://app.test/hook\"",
                "webhook_url | \"https://app.test/hook\"",
                "max_cost | {\"amount\":\"0.00\",\"currency\":\"USD\"}",
                "max_cost | {\"amount\":\"0.50\",\"currency\":\"XYZ\"}",
                "max_cost | {\"amount\":\"0.50\"}",
                "max_cost | {\"amount\":\"1e3\",\"currency\":\"USD\"}",
                "max_cost | {\"amount\":\"0.50\",\"currency\":\"USD\",\"per\":\"day\"}",
                "priority | \"urgent\"",
                "max_cost | {\"amount\":0.5,\"currency\":\"USD\"}",
                "labels | {\"a\":\"1\",\"a\":\"2\"}",
            })
    void namesTheMemberAtFault(String member, String value, ArgumentsAccessor row) {
        String pointer = row.size() > 2 ? row.getString(2) : "/" + member;
        int before = SERVER.generations().count();

        HttpResponse<String> answer =
                SERVER.post(Samples.json(",\"%s\":%s".formatted(member, value)));

        JsonNode problem = TestServer.json(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem.path("code").asText()).isEqualTo("invalid_request");
        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(SERVER.generations().count()).isEqualTo(before);
    }

    @Test
    void namesEveryFaultAtOnce() {
        String body =
                """
                {"kind": "selfie", "count": 0, "width": 512, "steps": 99, "what": 1, "image": 7}\
                """;

        JsonNode problem = TestServer.json(SERVER.post(body));

        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/kind", "/count", "/height", "/steps", "/what", "/image");
    }

    @Test
    void tellsWhatIsWrongAndWhatWouldBeRight() {
        JsonNode problem = TestServer.json(SERVER.post(Samples.json(",\"count\":14")));

        assertThat(problem.at("/errors/0/detail").asText())
                .isEqualTo("must be a whole number from 1 to 13");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"kind\":\"headshot\"",
                "{\"kind\" \"headshot\"}",
                "{\"kind\":\"headshot\"} {}",
                "{\"kind\":\"headshot\"}]",
                "{'kind':'headshot'}",
                "{\"count\":04}",
                "{\"image\":\"data:image/png;base64,",
                "{\"image\":\"data:image/png;base64,AAAA\" \"x\":1}",
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        HttpResponse<String> answer = SERVER.post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("malformed_json");
    }

    @Test
    void refusesJsonNestedTooDeeply() {
        String deep = "[".repeat(5000) + "]".repeat(5000);

        HttpResponse<String> answer = SERVER.post(Samples.json(",\"labels\":" + deep));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsNoObject() {
        HttpResponse<String> answer = SERVER.post("[]");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).at("/errors/0/pointer").textValue()).isEmpty();
    }

    @Test
    void refusesAMemberThatIsGivenTwice() {
        JsonNode kind = TestServer.json(SERVER.post(Samples.json(",\"kind\":\"headshot\"")));
        JsonNode image =
                TestServer.json(SERVER.post(Samples.json(",\"image\":\"https://a.test/b\"")));

        assertThat(kind.at("/errors/0/pointer").asText()).isEqualTo("/kind");
        assertThat(image.at("/errors/0/pointer").asText()).isEqualTo("/image");
    }

    @Test
    void refusesARequestWithoutPhoto() {
        JsonNode problem = TestServer.json(SERVER.post("{\"kind\":\"headshot\"}"));

        assertThat(problem.path("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"me.png\"",
                "\"ftp://a.test/me.png\"",
                "\"https://a.test/ me\"",
                "42",
                "null",
                "{\"url\":\"https://a.test\"}",
            })
    void refusesAnImageOfNoKnownForm(String image) {
        HttpResponse<String> answer =
                SERVER.post("{\"kind\":\"headshot\",\"image\":%s}".formatted(image));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/image");
    }

    @Test
    void callsBrokenBase64AnInvalidImage() {
        String body = "{\"kind\":\"headshot\",\"image\":\"data:image/png;base64,iVBO*w==\"}";

        HttpResponse<String> answer = SERVER.post(body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("invalid_image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"headshot\",\"image\":\"%s\"}",
                "{\"image\":\"%s\",\"kind\":\"headshot\"}",
                " { \"image\" : \"%s\" \n , \"kind\" : \"headshot\" } \n",
                "{\"kind\":\"headshot\", \"image\":\"%s\" \t}",
            })
    void findsThePhotoWhereverItStands(String form) {
        SERVER.post(form.formatted(Samples.DATA_URI));

        assertThat(SERVER.generations().asked().photo())
                .isInstanceOfSatisfying(
                        PhotoSource.Inline.class,
                        inline -> assertThat(inline.bytes()).isEqualTo(Samples.photo()));
    }

    @Test
    void readsAPhotoWhoseSlashesAreEscaped() {
        byte[] photo = Samples.photo();
        photo[9] = (byte) 0xFF;
        photo[10] = (byte) 0xFF;
        photo[11] = (byte) 0xFF;
        String escaped = Base64.getEncoder().encodeToString(photo).replace("/", "\\/");
        assertThat(escaped).contains("\\/");

        SERVER.post(
                "{\"image\":\"\\u0064ata:image\\/png;base64,%s\",\"kind\":\"headshot\"}"
                        .formatted(escaped));

        assertThat(SERVER.generations().asked().photo())
                .isInstanceOfSatisfying(
                        PhotoSource.Inline.class,
                        inline -> assertThat(inline.bytes()).isEqualTo(photo));
    }

    @Test
    void handsAnAddressOnAsItWasWritten() {
        SERVER.post("{\"kind\":\"headshot\",\"image\":\"https:\\/\\/a.test\\/me.jpg?x=1\"}");

        assertThat(SERVER.generations().asked().photo())
                .isEqualTo(new PhotoSource.Address(URI.create("https://a.test/me.jpg?x=1")));
    }

    @Test
    void readsEveryMember() {
        SERVER.post(
                """
                {"image":"https://a.test/me.jpg","kind":"portrait_series","prompt":"in a dark suit",
                 "negative_prompt":"","count":13,"background":"green_screen","randomize":true,
                 "safety_tolerance":0,"width":256,"height":2048,"steps":26,"guidance":7.50,
                 "seed":4294967295,"output_format":"webp","on_misfit":"drop",
                 "providers":["replicate"],"cache":"off","deadline_seconds":1800,
                 "subject":"person-1","labels":{"cost_center":"web-42"},"metadata":{"a":""}}\
                """);

        GenerationAsk ask = SERVER.generations().asked();
        assertThat(ask.kind()).isEqualTo(Kind.PORTRAIT_SERIES);
        assertThat(ask.count()).isEqualTo(13);
        assertThat(ask.style().values()).hasSize(11);
        assertThat(ask.style().guidance()).isEqualByComparingTo("7.5");
        assertThat(ask.style().seed()).isEqualTo(4_294_967_295L);
        assertThat(ask.providers()).containsExactly("replicate");
        assertThat(ask.deadline()).isEqualTo(Duration.ofMinutes(30));
        assertThat(ask.subject()).isEqualTo("person-1");
        assertThat(ask.labels()).isEqualTo(Map.of("cost_center", "web-42"));
        assertThat(ask.metadata()).isEqualTo(Map.of("a", ""));
    }

    @Test
    void fillsNothingIn() {
        SERVER.post(Samples.json(""));

        GenerationAsk ask = SERVER.generations().asked();
        assertThat(ask.style().values()).isEmpty();
        assertThat(ask.count()).isNull();
        assertThat(ask.onMisfit()).isNull();
        assertThat(ask.cache()).isNull();
        assertThat(ask.deadline()).isNull();
        assertThat(ask.idempotencyKey()).isNull();
    }

    @Test
    void countsCharactersAndNotTheirParts() {
        HttpResponse<String> fits =
                SERVER.post(Samples.json(",\"prompt\":\"%s\"".formatted("🙂".repeat(2000))));
        HttpResponse<String> tooLong =
                SERVER.post(Samples.json(",\"prompt\":\"%s\"".formatted("🙂".repeat(2001))));

        assertThat(fits.statusCode()).isEqualTo(202);
        assertThat(tooLong.statusCode()).isEqualTo(422);
    }

    @Test
    void takesSixteenPairsAndNoMore() {
        assertThat(SERVER.post(Samples.json(",\"labels\":" + pairs(16))).statusCode())
                .isEqualTo(202);
        assertThat(SERVER.post(Samples.json(",\"labels\":" + pairs(17))).statusCode())
                .isEqualTo(422);
    }

    private static String pairs(int count) {
        StringBuilder pairs = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            pairs.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":\"v\"");
        }
        return pairs.append('}').toString();
    }
}
