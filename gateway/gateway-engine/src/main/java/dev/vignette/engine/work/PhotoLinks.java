package dev.vignette.engine.work;

import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import java.net.URI;
import java.util.Optional;

/** Makes links that providers can fetch a reference photo with. */
public interface PhotoLinks {

    /** Whether providers can reach this gateway at all. */
    boolean reachable();

    /**
     * A signed link, of its own for each attempt, or empty when providers cannot reach this
     * gateway.
     */
    Optional<URI> linkFor(AttemptId attempt, Production production);
}
