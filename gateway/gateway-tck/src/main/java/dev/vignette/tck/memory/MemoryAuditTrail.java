package dev.vignette.tck.memory;

import dev.vignette.store.AuditEntry;
import dev.vignette.store.AuditTrail;
import java.util.List;

/** What operators did, in memory. */
final class MemoryAuditTrail implements AuditTrail {
    private final MemoryRows rows;

    MemoryAuditTrail(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void write(AuditEntry entry) {
        rows.transact(() -> {
            rows.audit.add(entry);
        });
    }

    @Override
    public List<AuditEntry> of(String subject) {
        return rows.transact(() ->
                rows.audit.stream().filter(entry -> entry.subject().equals(subject)).toList());
    }
}
