package dev.vignette.engine.reconcile;

import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.store.EvidenceStore;
import java.util.Objects;

/** Notes what was seen once, however often it is seen again. */
record Notebook(EvidenceStore evidence) {

    /** Whether that was seen of the attempt. */
    boolean has(AttemptId attempt, Evidence.Kind kind) {
        return evidence.of(attempt).stream().anyMatch(seen -> seen.kind() == kind);
    }

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
