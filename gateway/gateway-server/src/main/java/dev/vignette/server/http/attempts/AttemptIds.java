package dev.vignette.server.http.attempts;

import dev.vignette.id.AttemptId;
import java.util.Optional;
import java.util.Set;

/** Reads attempts' ids out of addresses. */
final class AttemptIds {
    private AttemptIds() {}

    /** The id that the text is, or empty when it cannot be one. */
    static Optional<AttemptId> read(String text) {
        Set<AttemptId> mentioned = AttemptId.mentionedIn(text);
        return mentioned.stream().filter(id -> id.value().equals(text)).findFirst();
    }
}
