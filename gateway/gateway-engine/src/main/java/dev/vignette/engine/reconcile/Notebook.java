package dev.vignette.engine.reconcile;

import dev.vignette.generation.Evidence;
import dev.vignette.store.EvidenceStore;
import java.util.Objects;

/** Notes what was seen once, however often it is seen again. */
record Notebook(EvidenceStore evidence) {

    /** Writes it down, unless the same was seen of the same job before. */
    void noteOnce(Evidence seen) {
        boolean known =
                evidence.of(seen.attempt()).stream()
                        .anyMatch(before ->
                                before.kind() == seen.kind()
                                        && Objects.equals(before.task(), seen.task()));
        if (!known) {
            evidence.note(seen);
        }
    }
}
