package dev.vignette.tck.memory;

import dev.vignette.store.AuditEntry;
import dev.vignette.store.Pause;
import dev.vignette.store.PauseStore;
import java.util.List;

/** Which providers rest, in memory. */
final class MemoryPauseStore implements PauseStore {
    private final MemoryRows rows;

    MemoryPauseStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Pause> all() {
        return rows.transact(() -> List.copyOf(rows.pauses.values()));
    }

    @Override
    public boolean pause(Pause pause, AuditEntry entry) {
        return rows.transact(() -> {
            boolean paused = rows.pauses.putIfAbsent(pause.provider(), pause) == null;
            return paused && rows.audit.add(entry);
        });
    }

    @Override
    public boolean resume(String provider, AuditEntry entry) {
        return rows.transact(() -> {
            boolean resumed = rows.pauses.remove(provider) != null;
            return resumed && rows.audit.add(entry);
        });
    }
}
