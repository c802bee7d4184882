package dev.vignette.tck.memory;

import dev.vignette.store.Signals;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.store.Purchase;
import dev.vignette.tck.store.SignalsContract;

final class MemorySignalsTest implements SignalsContract {
    private final MemoryRows rows = new MemoryRows(SettableClock.at(Purchase.AT));

    @Override
    public Signals signals() {
        return rows.signals();
    }

    @Override
    public Signals others() {
        return rows.signals();
    }
}
