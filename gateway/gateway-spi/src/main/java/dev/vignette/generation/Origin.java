package dev.vignette.generation;

import dev.vignette.id.GenerationId;
import java.time.Instant;

/** How a generation comes by its pictures. */
public sealed interface Origin {

    /** Its own production buys them. */
    record Bought() implements Origin {}

    /**
     * It joined the production of an identical generation in flight.
     *
     * @param source the generation that buys
     */
    record Joined(GenerationId source) implements Origin {}

    /**
     * They were made before.
     *
     * @param source the generation that bought them
     * @param madeAt when they were made
     */
    record Hit(GenerationId source, Instant madeAt) implements Origin {}
}
