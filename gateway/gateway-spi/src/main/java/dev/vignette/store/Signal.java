package dev.vignette.store;

import dev.vignette.id.ProductionId;

/**
 * Something about a production was written that whoever works on it, or waits for it, should see.
 *
 * @param production which
 * @param look whether its jobs at the provider are worth a look now
 */
public record Signal(ProductionId production, boolean look) {

    /** Its rows have changed. */
    public static Signal changed(ProductionId production) {
        return new Signal(production, false);
    }

    /** A provider has called: its jobs are worth a look. */
    public static Signal look(ProductionId production) {
        return new Signal(production, true);
    }
}
