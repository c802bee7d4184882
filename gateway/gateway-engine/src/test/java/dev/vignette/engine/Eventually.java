package dev.vignette.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, never for time. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(2);

    private Eventually() {}

    /** Returns once it holds; fails when it does not within ten seconds. */
    public static void eventually(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
