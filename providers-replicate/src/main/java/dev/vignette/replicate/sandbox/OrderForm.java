package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.ImageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The input of a prediction, read as strictly as portrait-series reads it, its defaults filled in.
 *
 * @param image a link or a data URI
 * @param count how many pictures, 1 to 13
 * @param background the scene
 * @param randomize whether every picture should come out different
 * @param type PNG or JPEG
 */
record OrderForm(
        String image, int count, Background background, boolean randomize, ImageType type) {

    private static final Set<String> MEMBERS =
            Set.of(
                    "input_image",
                    "num_images",
                    "background",
                    "randomize_images",
                    "safety_tolerance",
                    "output_format");

    /** What is wrong with that input, one sentence each; empty when nothing is. */
    static List<String> faults(JsonNode input) {
        List<String> faults = new ArrayList<>();
        if (!input.isObject()) {
            return List.of("input must be an object");
        }
        input.fieldNames()
                .forEachRemaining(name -> {
                    if (!MEMBERS.contains(name)) {
                        faults.add("Additional property " + name + " is not allowed");
                    }
                });
        if (!input.path("input_image").isTextual()) {
            faults.add("input_image is required");
        }
        whole(input, "num_images", 1, 13, faults);
        whole(input, "safety_tolerance", 0, 2, faults);
        if (input.has("randomize_images") && !input.get("randomize_images").isBoolean()) {
            faults.add("randomize_images must be a boolean");
        }
        if (background(input).isEmpty()) {
            faults.add(
                    "background must be one of the following: white, black, gray, green screen,"
                            + " neutral, original");
        }
        if (type(input).isEmpty()) {
            faults.add("output_format must be one of the following: jpg, png");
        }
        return faults;
    }

    /** The input as an order; only for one without {@link #faults}. */
    static OrderForm of(JsonNode input) {
        return new OrderForm(
                input.path("input_image").asText(),
                input.path("num_images").asInt(4),
                background(input).orElseThrow(),
                input.path("randomize_images").asBoolean(false),
                type(input).orElseThrow());
    }

    private static void whole(JsonNode input, String name, int min, int max, List<String> faults) {
        if (!input.has(name)) {
            return;
        }
        JsonNode value = input.get(name);
        if (!value.isIntegralNumber()) {
            faults.add(name + " must be an integer");
            return;
        }
        if (value.asLong() < min) {
            faults.add(name + " must be greater than or equal to " + min);
        }
        if (value.asLong() > max) {
            faults.add(name + " must be less than or equal to " + max);
        }
    }

    private static Optional<Background> background(JsonNode input) {
        String word = input.path("background").asText("white");
        return Background.of(word.replace(' ', '_')).filter(_ -> !word.contains("_"));
    }

    private static Optional<ImageType> type(JsonNode input) {
        return switch (input.path("output_format").asText("png")) {
            case "png" -> Optional.of(ImageType.PNG);
            case "jpg" -> Optional.of(ImageType.JPEG);
            default -> Optional.empty();
        };
    }
}
