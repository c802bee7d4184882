package dev.vignette.modelslab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.id.AttemptId;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Order;
import dev.vignette.provider.Secret;
import dev.vignette.tck.Orders;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBodyTest {
    private static final Secret KEY = new Secret("the-key");

    @Test
    void sendsEveryMemberTheCallerSet() throws IOException {
        Style style =
                new Style(
                        "a calm portrait",
                        "blurry",
                        null,
                        null,
                        null,
                        1024,
                        768,
                        21,
                        new BigDecimal("7.5"),
                        4_294_967_295L,
                        null);

        JsonNode body = body(Orders.validHeadshot().style(style).order());

        assertThat(body.path("key").asText()).isEqualTo("the-key");
        assertThat(body.path("prompt").asText()).isEqualTo("a calm portrait");
        assertThat(body.path("negative_prompt").asText()).isEqualTo("blurry");
        assertThat(body.path("width").asInt()).isEqualTo(1024);
        assertThat(body.path("height").asInt()).isEqualTo(768);
        assertThat(body.path("num_inference_steps").asInt()).isEqualTo(21);
        assertThat(body.path("guidance_scale").asDouble()).isEqualTo(7.5);
        assertThat(body.path("seed").asLong()).isEqualTo(4_294_967_295L);
    }

    @Test
    void leavesOutWhatIsNotSetExceptTheSeedWhichIsNull() throws IOException {
        JsonNode body = body(Orders.validHeadshot().order());

        assertThat(body.has("seed")).isTrue();
        assertThat(body.path("seed").isNull()).isTrue();
        assertThat(body.path("webhook").isNull()).isTrue();
        assertThat(body.has("width")).isFalse();
        assertThat(body.has("negative_prompt")).isFalse();
        assertThat(body.has("num_inference_steps")).isFalse();
        assertThat(body.has("guidance_scale")).isFalse();
        assertThat(body.has("samples")).isFalse();
    }

    @Test
    void sendsTheLinkToThePhotoWhenThereIsOne() throws IOException {
        URI link = URI.create("https://gateway.test/photos/1?signature=s");

        JsonNode body = body(Orders.validHeadshot().photo(Orders.photoAt(link)).order());

        assertThat(body.path("face_image").asText()).isEqualTo(link.toString());
        assertThat(body.path("base64").booleanValue()).isFalse();
    }

    @Test
    void sendsThePhotoAsBareBase64WhenThereIsNoLink() throws IOException {
        Order order = Orders.validHeadshot().order();

        JsonNode body = body(order);

        assertThat(Base64.getDecoder().decode(body.path("face_image").asText()))
                .isEqualTo(order.photo().content().get());
        assertThat(body.path("base64").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    WHITE        | on a plain white background
                    BLACK        | on a plain black background
                    GRAY         | on a plain gray background
                    GREEN_SCREEN | in front of an evenly lit green screen
                    NEUTRAL      | on a neutral, softly lit studio background
                    ORIGINAL     | with the background of the original photo
                    """)
    void writesTheBackgroundIntoThePrompt(Background background, String words) throws IOException {
        Style style = style("a calm portrait", background);

        JsonNode body = body(Orders.validHeadshot().style(style).order());

        assertThat(body.path("prompt").asText()).isEqualTo("a calm portrait, " + words);
    }

    @Test
    void usesTheOperatorsPromptForTheKindWhenTheCallerGivesNone() throws IOException {
        ModelsLabSettings settings =
                Settings.prompts("enterprise", Map.of("headshot", "as on our team page"));

        JsonNode headshot = body(Orders.validHeadshot().order(), settings);
        JsonNode series = body(Orders.valid().count(1).order(), settings);

        assertThat(headshot.path("prompt").asText()).isEqualTo("as on our team page");
        assertThat(series.path("prompt").asText()).startsWith("portrait photograph");
    }

    @Test
    void numbersTheOrderInDigitsOnly() throws IOException {
        Order order = Orders.validHeadshot().order();

        JsonNode enterprise = body(order);
        JsonNode shared = body(order, Settings.of("v6"));

        assertThat(enterprise.path("track_id").isTextual()).isTrue();
        assertThat(enterprise.path("track_id").asText()).matches("\\d{1,15}");
        assertThat(shared.path("track_id").isIntegralNumber()).isTrue();
        assertThat(shared.path("track_id").asText())
                .isEqualTo(enterprise.path("track_id").asText());
    }

    @Test
    void numbersDifferentOrdersDifferently() {
        String one = OrderBody.trackId(new AttemptId("att_1"));
        String other = OrderBody.trackId(new AttemptId("att_2"));

        assertThat(one).isNotEqualTo(other).isEqualTo(OrderBody.trackId(new AttemptId("att_1")));
    }

    private static Style style(String prompt, @Nullable Background background) {
        return new Style(prompt, null, background, null, null, null, null, null, null, null, null);
    }

    private static JsonNode body(Order order) throws IOException {
        return body(order, Settings.of("enterprise"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://gateway.test/hooks/att_1.mac, false, true",
        "http://gateway.test/hooks/att_1.mac, false, false",
        "http://gateway.test/hooks/att_1.mac, true, false",
        "http://127.0.0.1:8080/hooks/att_1.mac, false, false",
        "http://127.0.0.1:8080/hooks/att_1.mac, true, true"
    })
    void namesOnlyAnAddressThatCanBeCalled(URI address, boolean local, boolean named)
            throws IOException {
        Order order = Orders.validHeadshot().callback(address).order();
        OrderBody bodies = new OrderBody(Settings.of("enterprise"), KEY, local);

        JsonNode body = new ObjectMapper().readTree(bodies.order(order));

        assertThat(body.path("webhook").asText()).isEqualTo(named ? address.toString() : "null");
    }

    private static JsonNode body(Order order, ModelsLabSettings settings) throws IOException {
        return new ObjectMapper().readTree(new OrderBody(settings, KEY, false).order(order));
    }
}
