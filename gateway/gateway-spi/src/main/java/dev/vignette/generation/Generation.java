package dev.vignette.generation;

import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one app asked for and what became of it.
 *
 * @param id its id
 * @param client who asked
 * @param request what was asked
 * @param origin how it comes by its pictures
 * @param production the making of them
 * @param createdAt when it was accepted
 * @param deadline when buying for it ends
 * @param state whether it is over
 * @param avoided what it did not cost, for one that joined or hit and succeeded; else {@code null}
 */
public record Generation(
        GenerationId id,
        String client,
        GenerationRequest request,
        Origin origin,
        ProductionId production,
        Instant createdAt,
        Instant deadline,
        GenerationState state,
        @Nullable Avoided avoided) {

    /** Whether nothing more will change, erasure apart. */
    public boolean done() {
        return !(state instanceof GenerationState.Open);
    }

    /** What it did not cost, or empty when it bought its pictures itself or has none. */
    public Optional<Avoided> saved() {
        return Optional.ofNullable(avoided);
    }
}
