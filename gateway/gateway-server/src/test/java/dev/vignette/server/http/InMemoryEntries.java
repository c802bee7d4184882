package dev.vignette.server.http;

import dev.vignette.store.CostEntries;
import dev.vignette.store.EntryQuery;
import dev.vignette.store.LedgerEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger that lists what it was given, remembers what it was asked, and may break. */
public final class InMemoryEntries implements CostEntries {
    private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();
    private final List<EntryQuery> asked = new CopyOnWriteArrayList<>();
    private volatile long breaksAfter = Long.MAX_VALUE;

    public void add(LedgerEntry entry) {
        entries.add(entry);
    }

    /** Nothing behind that place can be read. */
    public void breakAfter(long place) {
        breaksAfter = place;
    }

    public EntryQuery asked() {
        return asked.getLast();
    }

    @Override
    public Stretch stretch(EntryQuery query) {
        asked.add(query);
        return entries.isEmpty() ? Stretch.NONE : new Stretch(0, entries.getLast().sequence());
    }

    @Override
    public List<LedgerEntry> page(EntryQuery query, Stretch within, int limit) {
        if (within.after() >= breaksAfter) {
            throw new IllegalStateException("the ledger is broken");
        }
        return entries.stream()
                .filter(entry -> entry.sequence() > within.after())
                .filter(entry -> entry.sequence() <= within.last())
                .limit(limit)
                .toList();
    }
}
