package dev.vignette.simulation.gateway;

import dev.vignette.id.ProductionId;
import dev.vignette.simulation.time.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The table of work that all gateways share, as db-scheduler keeps it: who has picked what, and
 * when he was heard of last. Work of somebody silent for four heartbeats is given out again, though
 * he may only have been paused and goes on with it.
 */
public final class AgendaTable {
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final Duration DEAD_AFTER = HEARTBEAT.multipliedBy(4);
    private static final Duration NET = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Scheduler scheduler;
    private final Supplier<List<ProductionId>> entries;
    private final Map<ProductionId, Entry> picked = new HashMap<>();
    private final Map<String, Recurring> recurring = new HashMap<>();

    /**
     * Nothing is picked.
     *
     * @param entries the productions that have an entry now
     */
    public AgendaTable(Scheduler scheduler, Supplier<List<ProductionId>> entries) {
        this.scheduler = scheduler;
        this.entries = entries;
    }

    /** What is beside an entry. */
    private static final class Entry {
        private long due;
        private long heard;
        private int failures;
        private @Nullable String owner;
    }

    /** A task that runs again and again, and when it does next. */
    private static final class Recurring {
        private long due;
        private long heard;
        private @Nullable String owner;
    }

    /** The entries that are due and nobody else's, oldest first. */
    List<ProductionId> due() {
        return entries.get().stream().filter(this::isDue).toList();
    }

    private boolean isDue(ProductionId production) {
        Entry entry = entry(production);
        return free(entry.owner, entry.heard) && entry.due <= scheduler.now();
    }

    /** Picks an entry; false when somebody who is alive has it, or there is none. */
    boolean pick(ProductionId production, String owner) {
        Entry entry = entry(production);
        if (!entries.get().contains(production) || !free(entry.owner, entry.heard)) {
            return false;
        }
        entry.owner = owner;
        entry.heard = scheduler.now();
        return true;
    }

    /** Everything picked by that owner is still being worked on. */
    void heartbeat(String owner) {
        picked.values().stream()
                .filter(entry -> owner.equals(entry.owner))
                .forEach(entry -> entry.heard = scheduler.now());
        recurring.values().stream()
                .filter(task -> owner.equals(task.owner))
                .forEach(task -> task.heard = scheduler.now());
    }

    /** Gives an entry back after a failure, to be due again after a pause. */
    void giveBack(ProductionId production, String owner) {
        Entry entry = entry(production);
        if (!owner.equals(entry.owner)) {
            return;
        }
        entry.owner = null;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(entry.failures++, 10));
        Duration most = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        entry.due = scheduler.now() + most.toNanos();
    }

    /** The work is over; whether the entry was still that owner's, which is then to be left. */
    boolean over(ProductionId production, String owner) {
        boolean held = owner.equals(entry(production).owner);
        if (held) {
            picked.remove(production);
        }
        return held;
    }

    /** Nothing is picked any more: right only when there is one gateway, and it is starting. */
    void releaseAll() {
        picked.values()
                .forEach(entry -> {
                    entry.owner = null;
                    entry.due = scheduler.now();
                });
        recurring.values().forEach(task -> task.owner = null);
    }

    /** Picks a recurring task when it is due; false when it is not, or somebody else's. */
    boolean pickRecurring(String name, String owner) {
        Recurring task = recurring.computeIfAbsent(name, _ -> new Recurring());
        if (task.due > scheduler.now() || !free(task.owner, task.heard)) {
            return false;
        }
        task.owner = owner;
        task.heard = scheduler.now();
        return true;
    }

    /** A recurring task was done, and is due again after that pause. */
    void done(String name, String owner, Duration pause) {
        Recurring task = recurring.computeIfAbsent(name, _ -> new Recurring());
        if (owner.equals(task.owner)) {
            task.owner = null;
            task.due = scheduler.now() + pause.toNanos();
        }
    }

    private Entry entry(ProductionId production) {
        return picked.computeIfAbsent(
                production,
                _ -> {
                    Entry entry = new Entry();
                    entry.due = scheduler.now() + NET.toNanos();
                    return entry;
                });
    }

    private boolean free(@Nullable String owner, long heard) {
        return owner == null || scheduler.now() - heard > DEAD_AFTER.toNanos();
    }
}
