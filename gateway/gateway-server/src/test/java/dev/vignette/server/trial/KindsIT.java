package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Request;
import dev.vignette.sandbox.Sandbox;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both kinds at both vendors: what is made, what is said of it, and what was said beforehand. */
@ExtendWith(SharedGateway.class)
class KindsIT {
    private static final String SERIES = "portrait_series";
    private static final String HEADSHOT = "headshot";
    private static final String REPLICATE = "replicate";
    private static final String MODELSLAB = "modelslab";

    /** What the two vendors treat differently, in values both could take. */
    private static final Map<String, Object> MEMBERS =
            Map.of(
                    "prompt",
                    "a sailor",
                    "negative_prompt",
                    "blurry",
                    "background",
                    "gray",
                    "randomize",
                    true,
                    "width",
                    320,
                    "height",
                    256,
                    "steps",
                    20,
                    "guidance",
                    5.5,
                    "seed",
                    41,
                    "output_format",
                    "png");

    private final Gateway gateway;

    KindsIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @ParameterizedTest
    @CsvSource({
        "portrait_series, replicate, 1",
        "portrait_series, modelslab, 3",
        "headshot, replicate, 1",
        "headshot, modelslab, 3"
    })
    void bothKindsAreMadeAtBothVendors(String kind, String vendor, int attempts) throws Exception {
        JsonNode made = made(kind, vendor, Map.of("count", 3));

        assertThat(made.path("images")).hasSize(3);
        assertThat(made.path("fit")).isEmpty();
        assertThat(made.path("attempts")).hasSize(attempts);
    }

    @ParameterizedTest
    @CsvSource({
        "portrait_series, replicate",
        "portrait_series, modelslab",
        "headshot, replicate",
        "headshot, modelslab"
    })
    void theFitIsWhatTheKindsDeclared(String kind, String vendor) throws Exception {
        Map<String, Object> members = new HashMap<>(MEMBERS);
        members.put("on_misfit", "drop");

        JsonNode made = made(kind, vendor, members);

        JsonNode declared = declared(kind, vendor);
        Map<String, String> expected = new HashMap<>();
        for (String member : MEMBERS.keySet()) {
            JsonNode support = declared.path(member);
            switch (support.path("support").asText()) {
                case "adapted" ->
                        expected.put(member, "adapted: " + support.path("reason").asText());
                case "unable" ->
                        expected.put(member, "dropped: " + support.path("reason").asText());
                default -> assertThat(support.path("support").asText()).isEqualTo("honoured");
            }
        }
        assertThat(fit(made)).isEqualTo(expected).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"adapt, headshot", "exact, headshot", "adapt, portrait_series"})
    void aPromptRulesOutWhoCannotFollowIt(String rule, String kind) throws Exception {
        HttpResponse<String> answer =
                gateway.ask(
                        members(kind, REPLICATE, Map.of("prompt", "a sailor", "on_misfit", rule)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Gateway.read(answer).path("code").asText()).isEqualTo("no_route");
    }

    @Test
    void exactRulesOutABackgroundThatIsOnlyDescribed() throws Exception {
        Map<String, Object> gray = Map.of("background", "gray", "on_misfit", "exact");

        HttpResponse<String> described = gateway.ask(members(SERIES, MODELSLAB, gray));
        JsonNode honoured = made(HEADSHOT, REPLICATE, gray);

        assertThat(described.statusCode()).as(described.body()).isEqualTo(422);
        assertThat(honoured.path("fit")).isEmpty();
    }

    @Test
    void theCallsOfASeriesDifferByPoseAlone() throws Exception {
        int before = gateway.modelslab().orders().size();

        JsonNode made = made(SERIES, MODELSLAB, Map.of("count", 4, "prompt", "a sailor"));

        List<JsonNode> orders = orders(before);
        assertThat(orders).hasSize(4);
        assertThat(orders.stream().map(order -> order.path("prompt").asText()))
                .doesNotHaveDuplicates()
                .allMatch(prompt -> prompt.matches("a sailor, .+, on a plain white background"));
        assertThat(orders.stream().map(order -> order.path("face_image")).distinct()).hasSize(1);
        assertThat(orders).allMatch(order -> order.path("seed").isNull());
        assertThat(made.path("images").valueStream().map(image -> image.path("seed").asLong(-1)))
                .doesNotContain(-1L)
                .doesNotHaveDuplicates();
    }

    @Test
    void aHeadshotHasNoPose() throws Exception {
        int before = gateway.modelslab().orders().size();

        made(HEADSHOT, MODELSLAB, Map.of("prompt", "a sailor"));

        assertThat(orders(before))
                .singleElement()
                .extracting(order -> order.path("prompt").asText())
                .isEqualTo("a sailor");
    }

    @Test
    void theSeedsOfASeriesFollowTheFirst() throws Exception {
        int before = gateway.modelslab().orders().size();

        JsonNode made = made(SERIES, MODELSLAB, Map.of("count", 3, "seed", 4_294_967_295L));

        assertThat(orders(before).stream().map(order -> order.path("seed").asLong()))
                .containsExactlyInAnyOrder(4_294_967_295L, 0L, 1L);
        assertThat(made.path("images").valueStream().map(image -> image.path("seed").asLong(-1)))
                .containsExactly(4_294_967_295L, 0L, 1L);
    }

    @Test
    void peopleSeeThePosesDiffer() throws Exception {
        JsonNode made =
                made(
                        SERIES,
                        MODELSLAB,
                        Map.of("count", 4, "width", 256, "height", 256, "image", person()));

        List<BufferedImage> pictures =
                made.path("images").valueStream().map(image -> picture(image)).toList();
        for (int i = 0; i < pictures.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(shareOfDifferentPixels(pictures.get(i), pictures.get(j)))
                        .as("pictures %d and %d", j, i)
                        .isGreaterThan(0.03);
            }
        }
    }

    private JsonNode made(String kind, String vendor, Map<String, Object> more) throws Exception {
        JsonNode made = gateway.make(members(kind, vendor, more));
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("kind").asText()).isEqualTo(kind);
        assertThat(made.path("provider").asText()).isEqualTo(vendor);
        return made;
    }

    private static Map<String, Object> members(
            String kind, String vendor, Map<String, Object> more) {
        Map<String, Object> members = Gateway.series("providers", List.of(vendor));
        members.put("kind", kind);
        members.putAll(more);
        return members;
    }

    private JsonNode declared(String kind, String vendor) throws Exception {
        JsonNode kinds = Gateway.read(gateway.get("/v1/kinds")).path("data");
        return kinds.valueStream()
                .filter(one -> one.path("kind").asText().equals(kind))
                .flatMap(one -> one.path("providers").valueStream())
                .filter(one -> one.path("provider").asText().equals(vendor))
                .findFirst()
                .orElseThrow()
                .path("members");
    }

    private static Map<String, String> fit(JsonNode generation) {
        Map<String, String> fit = new HashMap<>();
        for (JsonNode entry : generation.path("fit")) {
            String said = entry.path("outcome").asText() + ": " + entry.path("reason").asText();
            fit.put(entry.path("member").asText(), said);
        }
        return fit;
    }

    private List<JsonNode> orders(int from) {
        List<Request> orders = gateway.modelslab().orders();
        return orders.subList(from, orders.size()).stream().map(Request::json).toList();
    }

    /** The drawn person that the sandbox includes. */
    private static String person() throws IOException {
        try (InputStream file = Sandbox.class.getResourceAsStream("/sandbox/portrait.jpg")) {
            byte[] photo = Objects.requireNonNull(file).readAllBytes();
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(photo);
        }
    }

    private BufferedImage picture(JsonNode image) {
        try {
            byte[] file = gateway.download(image.path("url").asText());
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static double shareOfDifferentPixels(BufferedImage one, BufferedImage other) {
        int[] left = one.getRGB(0, 0, 256, 256, null, 0, 256);
        int[] right = other.getRGB(0, 0, 256, 256, null, 0, 256);
        long different =
                IntStream.range(0, left.length)
                        .filter(i -> distance(new Color(left[i]), new Color(right[i])) > 48)
                        .count();
        return (double) different / left.length;
    }

    private static double distance(Color one, Color other) {
        return Math.sqrt(
                Math.pow(one.getRed() - other.getRed(), 2)
                        + Math.pow(one.getGreen() - other.getGreen(), 2)
                        + Math.pow(one.getBlue() - other.getBlue(), 2));
    }
}
