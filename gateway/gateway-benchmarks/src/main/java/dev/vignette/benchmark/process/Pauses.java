package dev.vignette.benchmark.process;

import java.time.Duration;

/** Waits. */
public final class Pauses {
    private Pauses() {}

    /** Waits that long. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
