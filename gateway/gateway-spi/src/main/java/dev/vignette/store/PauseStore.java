package dev.vignette.store;

import java.util.List;

/** Keeps which providers rest, over restarts and for all gateways. */
public interface PauseStore {

    /** Every provider that rests. */
    List<Pause> all();

    /**
     * Lets a provider rest, durably, and adds the entry to the audit trail with it.
     *
     * @return false when it rests already; nothing changed
     */
    boolean pause(Pause pause, AuditEntry entry);

    /**
     * Lets a provider work again, durably, and adds the entry to the audit trail with it.
     *
     * @return false when it does not rest; nothing changed
     */
    boolean resume(String provider, AuditEntry entry);
}
