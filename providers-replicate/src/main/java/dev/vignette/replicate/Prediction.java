package dev.vignette.replicate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prediction as Replicate describes it.
 *
 * @param id letters, digits, dashes and underscores; anything else could lead an address astray
 * @param status as it is spelled on the wire; may be one that nobody has heard of
 * @param output links or data URIs
 * @param error the text of a failed one; never shown to anybody
 * @param predictTime seconds of computing
 * @param createdAt by Replicate's clock
 * @param completedAt by Replicate's clock
 * @param deadline when it is stopped at the latest
 * @param version the version that runs
 * @param dataRemoved whether its output is gone for good
 */
record Prediction(
        String id,
        String status,
        List<String> output,
        @Nullable String error,
        @Nullable BigDecimal predictTime,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt,
        @Nullable Instant deadline,
        @Nullable String version,
        boolean dataRemoved) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** What the object describes, or empty when it names no usable id or no status. */
    static Optional<Prediction> of(Fields fields) {
        Optional<String> id = fields.text("id").filter(text -> ID.matcher(text).matches());
        Optional<String> status = fields.text("status");
        if (id.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Prediction(
                        id.get(),
                        status.get(),
                        fields.texts("output"),
                        fields.text("error").orElse(null),
                        fields.object("metrics").number("predict_time").orElse(null),
                        fields.time("created_at").orElse(null),
                        fields.time("completed_at").orElse(null),
                        fields.time("deadline").orElse(null),
                        fields.text("version").orElse(null),
                        fields.flag("data_removed")));
    }

    /** The version, unless it is hidden as it is for official models. */
    @Nullable String realVersion() {
        return "hidden".equals(version) ? null : version;
    }

    /** Whether it was stopped because its deadline had come. */
    boolean stoppedAtDeadline() {
        return deadline != null && completedAt != null && !completedAt.isBefore(deadline);
    }

    /** Everything but what a picture's link or an error text would give away. */
    @Override
    public String toString() {
        return "Prediction[id=%s, status=%s]".formatted(id, status);
    }
}
