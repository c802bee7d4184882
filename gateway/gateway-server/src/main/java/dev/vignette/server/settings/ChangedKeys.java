package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Tells which keys of two texts differ. */
final class ChangedKeys {
    private final List<String> found = new ArrayList<>();

    private ChangedKeys() {}

    /**
     * The keys that one text has and the other has not, or otherwise, in alphabetical order; a list
     * counts as one. Nothing for texts that cannot be read.
     */
    static List<String> between(String before, String after) {
        ChangedKeys changed = new ChangedKeys();
        changed.compare(JsonPointer.empty(), root(before), root(after));
        return changed.found;
    }

    private static JsonNode root(String text) {
        return YamlDocument.read(text, new Faults()).root();
    }

    private void compare(JsonPointer at, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (!isMap(before) || !isMap(after)) {
            found.add(Objects.requireNonNullElse(KeyPath.of(at), "vignette"));
            return;
        }
        TreeSet<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        keys.forEach(key -> compare(at.appendProperty(key), before.path(key), after.path(key)));
    }

    /** What is not there has no keys. */
    private static boolean isMap(JsonNode node) {
        return node instanceof ObjectNode || node instanceof MissingNode || node.isNull();
    }
}
