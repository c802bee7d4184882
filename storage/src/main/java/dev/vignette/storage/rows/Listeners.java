package dev.vignette.storage.rows;

import dev.vignette.store.Signal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of this process: all there are where no other gateway is on the same rows. */
final class Listeners implements OpenSignals {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void send(Signal signal) {
        listeners.forEach(listener -> tell(listener, signal));
    }

    @Override
    public void listen(Consumer<Signal> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private static void tell(Consumer<Signal> listener, Signal signal) {
        try {
            listener.accept(signal);
        } catch (RuntimeException e) {
            LOG.error("A listener failed at the signal of {}; the others hear it", signal, e);
        }
    }
}
