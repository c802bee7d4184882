package dev.vignette.store;

import dev.vignette.generation.Production;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what is to be deleted until it is. */
public interface ErasureStore {

    /**
     * Marks the generation erased, ends it when it was open, blanks its request text, subject and
     * metadata, and writes the erasure down, in one transaction. When no other generation that is
     * not erased refers to its production, the production is no longer remembered or joinable and
     * its request text is blanked too. Asked again for the same generation, returns the first
     * erasure.
     */
    Erasure begin(Erasure erasure);

    /** The erasure, or empty when there is none of that id. */
    Optional<Erasure> find(ErasureId id);

    /** The erasure of that generation, or empty when nobody asked for one. */
    Optional<Erasure> of(GenerationId generation);

    /** Erasures that are not done, oldest first. */
    List<Erasure> pending(int limit);

    /**
     * The production whose contents the erasure frees, or empty while somebody else refers to it.
     */
    Optional<Production> freed(ErasureId id);

    /** Whether every generation that refers to that production was erased. */
    boolean forsaken(ProductionId production);

    /** Notes how far it is; with {@code doneAt} the production's pictures are gone. */
    void update(Erasure erasure, Instant at);
}
