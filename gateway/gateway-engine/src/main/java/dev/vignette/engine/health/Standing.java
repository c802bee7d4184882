package dev.vignette.engine.health;

import dev.vignette.store.Pause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a provider stands at one moment.
 *
 * @param paused why operators let it rest; {@code null} when they do not
 * @param breaker how its breaker stands
 * @param waiting how many orders wait for a place there, in this gateway
 */
public record Standing(@Nullable Pause paused, Breaker breaker, int waiting) {

    /** Nothing is the matter with it. */
    public static final Standing WELL = new Standing(null, new Breaker.Closed(), 0);

    /** Why operators let it rest, or empty. */
    public Optional<Pause> pause() {
        return Optional.ofNullable(paused);
    }

    /** Whether orders may go there. */
    public boolean open() {
        return paused == null && !(breaker instanceof Breaker.Open);
    }
}
