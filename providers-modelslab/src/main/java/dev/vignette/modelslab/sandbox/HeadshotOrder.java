package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.id.AttemptId;
import dev.vignette.portrait.Background;
import dev.vignette.sandbox.Bytes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An order as the double understood it.
 *
 * @param photo the reference photo's file
 * @param width the picture's width in pixels
 * @param height its height in pixels
 * @param seed what makes it what it is, 0 to 4294967295
 * @param attempts the attempts named in it
 * @param body what was sent, without the key and the photo, to be repeated as {@code meta}
 */
record HeadshotOrder(
        Bytes photo, int width, int height, long seed, Set<AttemptId> attempts, ObjectNode body) {
    private static final int USUAL_SIDE = 512;
    private static final long SEEDS = 1L << 32;
    private static final Map<String, Background> WORDS =
            Map.of(
                    "green screen", Background.GREEN_SCREEN,
                    "white background", Background.WHITE,
                    "black background", Background.BLACK,
                    "gray background", Background.GRAY,
                    "background of the original", Background.ORIGINAL);

    static HeadshotOrder of(JsonNode sent, Bytes photo) {
        ObjectNode body = sent.deepCopy();
        body.remove("key");
        body.remove("face_image");
        return new HeadshotOrder(
                photo,
                sent.path("width").asInt(USUAL_SIDE),
                sent.path("height").asInt(USUAL_SIDE),
                sent.path("seed").asLong(drawn()),
                attempts(sent),
                body);
    }

    /** A photo's link and the address to call may name one. */
    private static Set<AttemptId> attempts(JsonNode sent) {
        String photo = sent.path("base64").asBoolean() ? "" : sent.path("face_image").asText();
        return AttemptId.mentionedIn(photo + " " + sent.path("webhook").asText());
    }

    /** What the picture is described as. */
    String prompt() {
        return body.path("prompt").asText();
    }

    /** The background the prompt asks for; what it does not say is neutral. */
    Background background() {
        return WORDS.entrySet().stream()
                .filter(word -> prompt().contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Background.NEUTRAL);
    }

    /** Above 2<sup>31</sup>, where careless readers break. */
    private static long drawn() {
        return ThreadLocalRandom.current().nextLong(SEEDS / 2, SEEDS);
    }
}
