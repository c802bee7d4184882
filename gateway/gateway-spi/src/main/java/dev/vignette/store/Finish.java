package dev.vignette.store;

import dev.vignette.generation.Avoided;
import dev.vignette.generation.GenerationState;
import dev.vignette.id.ProductionId;
import dev.vignette.portrait.Fit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a production ends.
 *
 * @param production which
 * @param seen {@link dev.vignette.generation.Production#changes} when this was decided
 * @param at when
 * @param outcome the final state of every generation of it that is still open
 * @param fit what was not delivered as asked
 * @param remembered whether later identical requests may take its pictures
 * @param avoided what those that joined did not pay; {@code null} when it came to nothing
 */
public record Finish(
        ProductionId production,
        long seen,
        Instant at,
        GenerationState outcome,
        List<Fit> fit,
        boolean remembered,
        @Nullable Avoided avoided) {}
