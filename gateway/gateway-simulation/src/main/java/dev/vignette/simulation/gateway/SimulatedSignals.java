package dev.vignette.simulation.gateway;

import dev.vignette.simulation.time.Machine;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One gateway's part in the signals between all of them. */
final class SimulatedSignals implements Signals {
    private final SignalParty party;
    private final Machine machine;
    private final BooleanSupplier connected;

    SimulatedSignals(SignalParty party, Machine machine, BooleanSupplier connected) {
        this.party = party;
        this.machine = machine;
        this.connected = connected;
    }

    @Override
    public void send(Signal signal) {
        if (connected.getAsBoolean()) {
            party.tell(signal);
        }
    }

    @Override
    public void listen(Consumer<Signal> listener) {
        party.add(new SignalParty.Listener(machine, connected, listener));
    }
}
