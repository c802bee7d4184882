package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that the operator hears of all of it at once. */
final class Faults {
    private final List<Fault> found = new ArrayList<>();

    void add(int line, String sentence) {
        found.add(new Fault(line, null, sentence));
    }

    /** Of what stands at that place in that line. */
    void add(int line, JsonPointer at, String sentence) {
        found.add(new Fault(line, KeyPath.of(at), sentence));
    }

    int count() {
        return found.size();
    }

    /**
     * Ends the reading when anything was found.
     *
     * @throws InvalidSettings with everything that was found
     */
    void orThrow(String source) {
        if (!found.isEmpty()) {
            throw new InvalidSettings(source, found);
        }
    }
}
