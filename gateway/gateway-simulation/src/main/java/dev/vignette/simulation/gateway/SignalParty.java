package dev.vignette.simulation.gateway;

import dev.vignette.simulation.time.Machine;
import dev.vignette.store.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Everybody on the same rows who hears of changes, as long as he lives and is connected. */
public final class SignalParty {
    private final List<Listener> listeners = new ArrayList<>();

    record Listener(Machine machine, BooleanSupplier connected, Consumer<Signal> hears) {}

    void add(Listener listener) {
        listeners.removeIf(other -> other.machine().dead());
        listeners.add(listener);
    }

    /** Each hears it on a thread of his own machine. */
    void tell(Signal signal) {
        for (Listener listener : listeners) {
            if (listener.connected().getAsBoolean()) {
                listener.machine().start("signal", () -> listener.hears().accept(signal));
            }
        }
    }
}
