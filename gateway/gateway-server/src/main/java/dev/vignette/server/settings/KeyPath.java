package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/** Writes places in the file as operators do, for example {@code vignette.clients[0].name}. */
final class KeyPath {
    private KeyPath() {}

    /** The path; {@code null} for the whole file. */
    static @Nullable String of(JsonPointer at) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer step = at; !step.matches(); step = step.tail()) {
            if (step.mayMatchElement()) {
                path.append('[').append(step.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getMatchingProperty());
            }
        }
        return path.isEmpty() ? null : path.toString();
    }
}
