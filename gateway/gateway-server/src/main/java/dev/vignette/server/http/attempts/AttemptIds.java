package dev.vignette.server.http.attempts;

import dev.vignette.id.AttemptId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads attempts' ids out of addresses. */
final class AttemptIds {
    private static final Pattern PLAUSIBLE =
            Pattern.compile(AttemptId.PREFIX + "[A-Za-z0-9]{1,64}");

    private AttemptIds() {}

    /** The id that the text is, or empty when it cannot be one. */
    static Optional<AttemptId> read(String text) {
        return PLAUSIBLE.matcher(text).matches()
                ? Optional.of(new AttemptId(text))
                : Optional.empty();
    }
}
