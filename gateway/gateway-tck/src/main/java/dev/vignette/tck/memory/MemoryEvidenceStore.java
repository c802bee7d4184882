package dev.vignette.tck.memory;

import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.store.EvidenceStore;
import java.util.Comparator;
import java.util.List;

/** Evidence in memory. */
final class MemoryEvidenceStore implements EvidenceStore {
    private final MemoryRows rows;

    MemoryEvidenceStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void note(Evidence evidence) {
        rows.transact(() -> {
            rows.evidence.add(evidence);
        });
    }

    @Override
    public List<Evidence> of(AttemptId attempt) {
        return rows.transact(() ->
                rows.evidence.stream()
                        .filter(seen -> seen.attempt().equals(attempt))
                        .sorted(Comparator.comparing(Evidence::at))
                        .toList());
    }
}
