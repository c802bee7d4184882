package dev.vignette.replicate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replicate's own keys in the operator's file.
 *
 * @param model {@code owner/name}, or {@code owner/name:version} with the version's 64 hexadecimal
 *     digits; {@link #DEFAULT_MODEL} when absent
 * @param completion how the end of a job is noticed: {@code auto} (the default) by asking, and by
 *     Replicate's call where it can reach us; {@code webhook} by its call, and by asking every half
 *     minute in case that gets lost; {@code poll} by asking alone
 */
public record ReplicateSettings(@Nullable String model, @Nullable String completion) {
    /** The model that is used when none is named; its newest version. */
    public static final String DEFAULT_MODEL = "flux-kontext-apps/portrait-series";

    private static final Pattern MODEL =
            Pattern.compile(
                    "([A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*)(?::([0-9a-f]{64}))?");

    public ReplicateSettings {
        model = model == null ? DEFAULT_MODEL : model;
        completion = completion == null ? "auto" : completion;
        if (!MODEL.matcher(model).matches()) {
            throw new IllegalArgumentException(
                    "model: expected owner/name or owner/name:<64 hexadecimal digits>");
        }
        if (!List.of("auto", "poll", "webhook").contains(completion)) {
            throw new IllegalArgumentException("completion: expected auto, poll or webhook");
        }
    }

    /** The model without its version, for example {@code flux-kontext-apps/portrait-series}. */
    public String modelName() {
        return parts().group(1);
    }

    /** The pinned version, 64 hexadecimal digits, or empty when Replicate takes the newest. */
    public Optional<String> version() {
        return Optional.ofNullable(parts().group(2));
    }

    /** Whether Replicate is to call us when a job is over. */
    boolean wantsCalls() {
        return !"poll".equals(completion);
    }

    /** Whether a job that is to call us is looked at rarely. */
    boolean waitsForCalls() {
        return "webhook".equals(completion);
    }

    private Matcher parts() {
        Matcher parts = MODEL.matcher(Objects.requireNonNull(model, "filled in on construction"));
        if (!parts.matches()) {
            throw new IllegalStateException("the model was checked on construction");
        }
        return parts;
    }
}
