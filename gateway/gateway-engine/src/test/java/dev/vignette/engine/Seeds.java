package dev.vignette.engine;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property over and over with random values; a failure names the seed to run again. */
public final class Seeds {
    private static final int RUNS = 500;

    private Seeds() {}

    /** Runs it with 500 different seeds. */
    public static void each(Consumer<Random> property) {
        long first = System.nanoTime();
        for (long seed = first; seed < first + RUNS; seed++) {
            with(seed, property);
        }
    }

    /** Runs it with that seed: for looking at a failure again. */
    public static void with(long seed, Consumer<Random> property) {
        try {
            property.accept(new Random(seed));
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("failed with seed " + seed, e);
        }
    }
}
