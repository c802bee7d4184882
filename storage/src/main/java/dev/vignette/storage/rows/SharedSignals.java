package dev.vignette.storage.rows;

import dev.vignette.store.Signal;
import java.util.function.Consumer;

/**
 * Signals of all gateways on one PostgreSQL database. This process's own listeners are told at
 * once, the others by the database.
 */
final class SharedSignals implements OpenSignals {
    private final Listeners listeners = new Listeners();
    private final SignalSender sender;
    private final SignalReceiver receiver;

    /**
     * Begins to send and to receive.
     *
     * @param database where to connect to, for one connection of its own
     * @param pools whose writing connections send
     * @param self the name of this process
     */
    SharedSignals(DurablePostgres database, Pools pools, String self) {
        this.sender = new SignalSender(pools.writing(), self);
        this.receiver = new SignalReceiver(database, self, listeners::send);
    }

    @Override
    public void send(Signal signal) {
        listeners.send(signal);
        sender.send(signal);
    }

    @Override
    public void listen(Consumer<Signal> listener) {
        listeners.listen(listener);
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
        listeners.close();
    }
}
