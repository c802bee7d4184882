package dev.vignette.engine.copy;

import dev.vignette.generation.Picture;
import java.time.Duration;

/** Hears how copies end, for counting. Must not throw or block. */
@FunctionalInterface
public interface CopyListener {

    /**
     * A copy came to its end.
     *
     * @param picture stored or lost
     * @param took how long that was since the copy was begun, pauses included
     */
    void settled(Picture picture, Duration took);

    /** Nobody listens. */
    static CopyListener none() {
        return (_, _) -> {};
    }
}
