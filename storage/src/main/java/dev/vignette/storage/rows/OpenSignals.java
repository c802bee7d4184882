package dev.vignette.storage.rows;

import dev.vignette.store.Signals;

/** Signals that go to and fro until they are closed. */
interface OpenSignals extends Signals, AutoCloseable {

    /** Tells nobody any more. */
    @Override
    void close();
}
