package dev.vignette.engine.copy;

import java.time.Duration;

/**
 * Pauses that double from one to the next.
 *
 * @param first the pause after the first failure
 * @param longest no pause is longer
 */
record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures, counted from 1. */
    Duration after(int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        Duration grown = first.multipliedBy(1L << doublings);
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
