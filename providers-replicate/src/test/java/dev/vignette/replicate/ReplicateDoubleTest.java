package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Json;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the double does that the adapter never asks of it. */
final class ReplicateDoubleTest {
    private static final String CREATE = "/models/flux-kontext-apps/portrait-series/predictions";
    private static final String INPUT =
            "{\"input_image\":\"data:image/png;base64,iVBORw0KGgo=\",\"num_images\":1}";
    private static final String ORDER = "{\"input\":" + INPUT + "}";

    private final DoubleDriver vendor = new DoubleDriver();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|input must be an object",
                "{\"num_images\":1}|input_image is required",
                "{\"input_image\":\"x\",\"num_images\":14}|num_images must be less than",
                "{\"input_image\":\"x\",\"num_images\":0}|num_images must be greater than",
                "{\"input_image\":\"x\",\"num_images\":\"4\"}|num_images must be an integer",
                "{\"input_image\":\"x\",\"background\":\"green_screen\"}|background must be one of",
                "{\"input_image\":\"x\",\"output_format\":\"webp\"}|output_format must be one of",
                "{\"input_image\":\"x\",\"safety_tolerance\":3}|safety_tolerance must be less",
                "{\"input_image\":\"x\",\"randomize_images\":1}|randomize_images must be a boolean",
                "{\"input_image\":\"x\",\"prompt\":\"hello\"}|prompt is not allowed"
            })
    void refusesAWrongInputByName(String input, String sentence) {
        String body = input.equals("{}") ? "{}" : "{\"input\":" + input + "}";

        HttpResponse<byte[]> answer = vendor.call("POST", CREATE, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("invalid_fields").path(0).path("description").asText())
                .contains(sentence);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        String body = "{\"version\":\"flux-kontext-apps/portrait-series:latest\",\"input\":{}}";

        HttpResponse<byte[]> answer = vendor.call("POST", "/predictions", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("title").asText()).contains("version");
    }

    @Test
    void namesThePinnedVersion() {
        String body = "{\"version\":\"" + Accounts.VERSION + "\",\"input\":" + INPUT + "}";

        JsonNode prediction = json(vendor.call("POST", "/predictions", body));

        assertThat(prediction.path("version").asText()).isEqualTo(Accounts.VERSION);
    }

    @Test
    void knowsNoOtherModel() {
        HttpResponse<byte[]> answer = vendor.call("POST", "/models/a/b/predictions", ORDER);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void listsPredictionsNewestFirstPageByPage() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            created.addFirst(create());
            vendor.clock().advance(Duration.ofMillis(10));
        }

        JsonNode first = json(vendor.call("GET", "/predictions", ""));
        JsonNode second = json(vendor.call("GET", path(first.path("next").asText()), ""));

        assertThat(ids(first)).isEqualTo(created.subList(0, 100));
        assertThat(ids(second)).isEqualTo(created.subList(100, 130));
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void listsPredictionsOfASpanOfTime() {
        create();
        vendor.clock().advance(Duration.ofMinutes(1));
        String wanted = create();
        vendor.clock().advance(Duration.ofMinutes(1));
        create();

        JsonNode page =
                json(
                        vendor.call(
                                "GET",
                                "/predictions?created_after=2026-03-01T10:00:30Z"
                                        + "&created_before=2026-03-01T10:01:30Z",
                                ""));

        assertThat(ids(page)).containsExactly(wanted);
    }

    @Test
    void throttlesWhenTheMinuteIsUsedUp() {
        vendor.ordersPerMinute(2);

        HttpResponse<byte[]> first = vendor.call("POST", CREATE, ORDER);
        HttpResponse<byte[]> second = vendor.call("POST", CREATE, ORDER);
        HttpResponse<byte[]> third = vendor.call("POST", CREATE, ORDER);

        assertThat(first.headers().firstValue("ratelimit-remaining")).contains("1");
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(json(third).path("retry_after").asInt()).isPositive();
    }

    @Test
    void knowsNoPredictionOfAnotherAccount() {
        HttpResponse<byte[]> answer = vendor.call("GET", "/predictions/abc", "");

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private String create() {
        return json(vendor.call("POST", CREATE, ORDER)).path("id").asText();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("results").findValuesAsText("id");
    }

    private static String path(String next) {
        URI address = URI.create(next);
        return address.getPath().substring("/v1".length()) + "?" + address.getQuery();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return Json.read(answer.body());
    }
}
