package dev.vignette.tck.memory;

import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import java.util.function.Consumer;

/** Tells everybody who uses the same rows, on the caller's thread. */
final class MemorySignals implements Signals {
    private final MemoryRows rows;

    MemorySignals(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void send(Signal signal) {
        rows.listeners.forEach(listener -> listener.accept(signal));
    }

    @Override
    public void listen(Consumer<Signal> listener) {
        rows.listeners.add(listener);
    }
}
