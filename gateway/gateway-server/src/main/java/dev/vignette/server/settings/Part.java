package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of the file and its place in it.
 *
 * @param at where it is
 * @param node what is there; a missing node when the key is absent
 */
record Part(JsonPointer at, JsonNode node) {

    /** What stands under that key. */
    Part child(String key) {
        return new Part(at.appendProperty(key), node.path(key));
    }

    /** Whether nothing is there. */
    boolean absent() {
        return node.isMissingNode() || node.isNull();
    }

    /** The entries of a list, in order. */
    List<Part> entries() {
        List<Part> entries = new ArrayList<>();
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            entries.add(new Part(at.appendIndex(i), node.path(i)));
        }
        return entries;
    }

    /** The keys of a map and what stands under them, in order. */
    Map<String, Part> members() {
        Map<String, Part> members = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(key -> members.put(key, child(key)));
        return members;
    }
}
