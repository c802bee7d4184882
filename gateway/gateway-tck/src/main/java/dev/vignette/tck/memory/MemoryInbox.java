package dev.vignette.tck.memory;

import dev.vignette.store.Inbox;
import dev.vignette.store.InboxEntry;
import dev.vignette.tck.memory.MemoryRows.InboxKey;
import dev.vignette.tck.memory.MemoryRows.InboxRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The inbox in memory. */
final class MemoryInbox implements Inbox {
    private final MemoryRows rows;

    MemoryInbox(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean take(InboxEntry entry) {
        return rows.transact(
                () -> rows.inbox.putIfAbsent(key(entry), new InboxRow(entry, false)) == null);
    }

    @Override
    public List<InboxEntry> pending(int limit) {
        return rows.transact(() ->
                rows.inbox.values().stream()
                        .filter(row -> !row.done())
                        .map(InboxRow::entry)
                        .sorted(Comparator.comparing(InboxEntry::receivedAt))
                        .limit(limit)
                        .toList());
    }

    @Override
    public void done(InboxEntry entry) {
        rows.transact(() -> {
            rows.inbox.computeIfPresent(key(entry), (_, row) -> new InboxRow(row.entry(), true));
        });
    }

    @Override
    public void forget(Instant receivedBefore) {
        rows.transact(() -> {
            rows.inbox
                    .values()
                    .removeIf(
                            row -> row.done() && row.entry().receivedAt().isBefore(receivedBefore));
        });
    }

    private static InboxKey key(InboxEntry entry) {
        return new InboxKey(entry.provider(), entry.id());
    }
}
