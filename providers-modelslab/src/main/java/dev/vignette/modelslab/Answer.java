package dev.vignette.modelslab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer of ModelsLab, read leniently: the same member comes as a string, an object or a list, a
 * number or a string, and in two spellings.
 *
 * @param tree the JSON object
 */
record Answer(JsonNode tree) {
    private static final List<String> TEXTS =
            List.of("message", "messege", "error", "tip", "tips", "code");

    /** Ids are numbers, or text like a UUID on newer pages. Anything else could bend a path. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    /** Nothing longer, lest it hold what must not be told. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private static final long LARGEST_SEED = 4_294_967_295L;

    /** What the vendor says of the job. */
    enum Status {
        SUCCESS,
        PROCESSING,
        /** {@code error} or {@code failed}. */
        FAILED,
        /** A word nobody has heard of: not finished. */
        UNKNOWN,
        /** No status at all. */
        NONE
    }

    Status status() {
        return switch (tree.path("status").asText("").toLowerCase(Locale.ROOT)) {
            case "success" -> Status.SUCCESS;
            case "processing" -> Status.PROCESSING;
            case "error", "failed" -> Status.FAILED;
            case "" -> Status.NONE;
            default -> Status.UNKNOWN;
        };
    }

    Optional<String> id() {
        String id = tree.path("id").asText("");
        return ID.matcher(id).matches() ? Optional.of(id) : Optional.empty();
    }

    /** The expected time until it is done. */
    Optional<Duration> eta() {
        return Waits.seconds(tree.path("eta").asText());
    }

    /** How long the body asks to wait. */
    Optional<Duration> askedWait() {
        return Waits.seconds(tree.path("retry_after").asText());
    }

    /** The vendor's own code for an error, when it looks like one. */
    Optional<String> code() {
        String code = tree.path("code").asText("");
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** A number, 0 or more, or empty when the member is absent or anything else. */
    OptionalDouble figure(String member) {
        double value = tree.path(member).asDouble(-1);
        boolean isFigure = value >= 0 && Double.isFinite(value);
        return isFigure ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Everything it says to people, in one line. */
    String text() {
        List<String> found = new ArrayList<>();
        for (String member : TEXTS) {
            collect(tree.path(member), found);
        }
        return String.join(" ", found);
    }

    /** Whether a picture was flagged; the vendor then delivers a blank or blurred one. */
    boolean isFlagged() {
        JsonNode flag = tree.path("nsfw_content_detected");
        return isTrue(flag) || isTrue(flag.path(0));
    }

    /** The seed that made the picture, or {@code null} when it names none. */
    @Nullable Long seed() {
        JsonNode seed = tree.path("meta").path("seed");
        long value = seed.asLong(-1);
        return value >= 0 && value <= LARGEST_SEED ? (Long) value : null;
    }

    /** The texts of a member that is a list, a single string or absent; empty ones left out. */
    List<String> list(String member) {
        List<String> found = new ArrayList<>();
        collect(tree.path(member), found);
        return found;
    }

    private static boolean isTrue(JsonNode flag) {
        return flag.asBoolean() || flag.asText("").equalsIgnoreCase("true");
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.isContainerNode()) {
            node.forEach(child -> collect(child, found));
            return;
        }
        String text = node.asText("").strip();
        if (!node.isNull() && !text.isEmpty()) {
            found.add(text);
        }
    }
}
