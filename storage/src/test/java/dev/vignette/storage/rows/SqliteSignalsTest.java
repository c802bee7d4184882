package dev.vignette.storage.rows;

import dev.vignette.store.Signals;
import dev.vignette.tck.store.SignalsContract;

final class SqliteSignalsTest extends SqliteStores implements SignalsContract {

    @Override
    public Signals signals() {
        return rows.signals();
    }

    @Override
    public Signals others() {
        return rows.signals();
    }
}
