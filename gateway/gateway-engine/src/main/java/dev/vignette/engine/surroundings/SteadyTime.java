package dev.vignette.engine.surroundings;

import io.github.bucket4j.TimeMeter;

/**
 * The time of a bucket of calls: it passes as steadily as everything else that is waited for here.
 *
 * @param waits lets time pass
 */
public record SteadyTime(Waits waits) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
        return waits.nanoTime();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
