package dev.vignette.store;

import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import java.util.List;

/** Keeps what was seen of attempts whose outcome was not known. As durable as the attempts. */
public interface EvidenceStore {

    /** Writes it down. The same again is fine. The attempt need not be known. */
    void note(Evidence evidence);

    /** What was seen of an attempt, oldest first. */
    List<Evidence> of(AttemptId attempt);
}
