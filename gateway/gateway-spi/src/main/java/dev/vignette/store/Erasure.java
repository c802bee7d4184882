package dev.vignette.store;

import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of one generation's contents.
 *
 * @param id its id
 * @param client who asked for it
 * @param generation what is deleted
 * @param requestedAt when it was asked for
 * @param places every place that holds contents, and whether they are gone from it
 * @param doneAt when all were gone; {@code null} while some are not
 */
public record Erasure(
        ErasureId id,
        String client,
        GenerationId generation,
        Instant requestedAt,
        Map<String, Boolean> places,
        @Nullable Instant doneAt) {

    public Erasure {
        places = Map.copyOf(places);
    }
}
