package dev.vignette.engine.order;

import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import java.net.URI;
import java.util.Optional;

/**
 * Makes addresses at which providers reach this gateway, each attempt its own: what a provider's
 * list echoes of them tells which attempt a job belongs to.
 */
public interface CallbackLinks {

    /** Whether providers can reach this gateway at all. */
    boolean reachable();

    /**
     * A signed link to fetch the reference photo with, or empty when providers cannot reach this
     * gateway.
     */
    Optional<URI> photo(AttemptId attempt, Production production);

    /**
     * Where the provider may tell how the attempt's job stands, not to be guessed, or empty when
     * providers cannot reach this gateway.
     */
    Optional<URI> webhook(AttemptId attempt, String provider);
}
