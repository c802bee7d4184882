package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what other threads are about to do, within reason. */
final class Await {
    private Await() {}

    static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("the condition came about in time").isBefore(end);
            Thread.onSpinWait();
        }
    }
}
