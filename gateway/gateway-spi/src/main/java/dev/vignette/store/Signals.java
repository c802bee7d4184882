package dev.vignette.store;

import java.util.function.Consumer;

/**
 * Tells every gateway on the same rows of changes, after they were written. A signal may get lost
 * with the connection to the database, so nobody may rely on one: they only save waiting.
 */
public interface Signals {

    /** Tells all listeners, this process's own among them. Returns soon and never throws. */
    void send(Signal signal);

    /** Adds a listener; it has to return soon and must not throw. */
    void listen(Consumer<Signal> listener);
}
