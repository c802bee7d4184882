package dev.vignette.store;

import java.time.Instant;
import java.util.List;

/** Keeps calls of providers until something was done about them. Durable when a method returns. */
public interface Inbox {

    /**
     * Takes a call.
     *
     * @return false when it is there already, done or not; nothing changed
     */
    boolean take(InboxEntry entry);

    /** Calls about which nothing was done yet, oldest first. */
    List<InboxEntry> pending(int limit);

    /** Something was done about it. */
    void done(InboxEntry entry);

    /** Forgets calls received before that moment about which something was done. */
    void forget(Instant receivedBefore);
}
