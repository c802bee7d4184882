package dev.vignette.engine.work;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.id.GenerationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One production while it is worked on in this process: what is known of it, who waits for it, and
 * a bell that rings when either changes. What it knows was written down before.
 */
final class ProductionRun {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<GenerationId, Instant> waiting = new HashMap<>();
    private final Clock clock;
    private Production production;
    private long changes;
    private boolean outdated = true;
    private @Nullable Closing closing;
    private @Nullable Throwable failure;

    ProductionRun(Production production, Clock clock) {
        this.production = production;
        this.clock = clock;
    }

    /**
     * Takes over what is written: who waits and until when. What this run itself moved on is known
     * at least as well here. When nobody waits, nothing more is bought.
     */
    void read(Production written, List<Generation> open) {
        change(() -> {
            production = merged(written);
            waiting.clear();
            open.forEach(generation -> waiting.put(generation.id(), generation.deadline()));
            if (waiting.isEmpty() && closing == null) {
                closing = Closing.CANCELED;
            }
        });
    }

    private Production merged(Production written) {
        Production merged = written;
        for (Attempt known : production.attempts()) {
            merged = merged.with(known);
        }
        for (Picture known : production.pictures()) {
            merged = merged.with(known);
        }
        return merged;
    }

    Production production() {
        return locked(() -> production);
    }

    Optional<Closing> closing() {
        return locked(() -> Optional.ofNullable(closing));
    }

    void moved(Attempt attempt) {
        change(() -> production = production.with(attempt));
    }

    void moved(Picture picture) {
        change(() -> production = production.with(picture));
    }

    /** Somebody joined or left, which is written down: it has to be read again who waits. */
    void waitingChanged() {
        change(() -> outdated = true);
    }

    /** Whether it has to be read who waits, as at first; says so once. */
    boolean takeOutdated() {
        return locked(() -> {
            boolean was = outdated;
            outdated = false;
            return was;
        });
    }

    /** Nothing more is bought from now on. */
    void close(Closing why) {
        change(() -> closing = closing == null ? why : closing);
    }

    /** A part of the work has failed in a way that nobody foresaw. */
    void failed(Throwable cause) {
        change(() -> failure = cause);
    }

    /** What nobody foresaw, or empty. */
    Optional<Throwable> failure() {
        return locked(() -> Optional.ofNullable(failure));
    }

    /** Who waits for it, with the end of his patience. */
    Map<GenerationId, Instant> waiting() {
        return locked(() -> Map.copyOf(waiting));
    }

    /** How often something has changed so far. */
    long changes() {
        return locked(() -> changes);
    }

    /** Waits for one change more than were seen, or until that moment. */
    void awaitChange(long seen, Instant until) throws InterruptedException {
        await(until, () -> changes != seen);
    }

    /** Leaves a job alone until that moment, or until the run is closed otherwise than was seen. */
    void pause(Instant until, Optional<Closing> seen) throws InterruptedException {
        await(until, () -> closing != seen.orElse(null));
    }

    /** The same for that long, while the run is open. */
    void pause(Duration length) throws InterruptedException {
        pause(clock.instant().plus(length), Optional.empty());
    }

    private void await(Instant until, BooleanSupplier over) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!over.getAsBoolean()) {
                Duration left = Duration.between(clock.instant(), until);
                if (left.isNegative() || left.isZero()) {
                    return;
                }
                long _ = changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(left.toMillis() + 1));
            }
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }
}
