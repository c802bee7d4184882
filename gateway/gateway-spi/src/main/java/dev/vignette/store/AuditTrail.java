package dev.vignette.store;

import java.util.List;

/** What operators did, append-only: the database refuses to change or delete it. */
public interface AuditTrail {

    /** Adds an entry, durably. */
    void write(AuditEntry entry);

    /** Everything that was done to that, oldest first. */
    List<AuditEntry> of(String subject);
}
