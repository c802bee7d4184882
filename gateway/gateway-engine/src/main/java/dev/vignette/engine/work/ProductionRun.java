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
    private boolean begun;
    private @Nullable Closing closing;
    private @Nullable Throwable failure;

    ProductionRun(Production production, Clock clock) {
        this.production = production;
        this.clock = clock;
    }

    /**
     * Takes down who waits for it. Called once the run can be found by those who join or leave, with
     * what was read after that, so that nobody is missed.
     */
    void begin(List<Generation> open) {
        change(
                () -> {
                    open.forEach(this::expect);
                    begun = true;
                    closeWhenAlone();
                });
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

    void moved(Production next) {
        change(() -> production = next);
    }

    /** One more generation waits for it. */
    void joined(Generation generation) {
        change(() -> expect(generation));
    }

    /** A generation waits no more; when it was the last, nothing more is bought. */
    void left(GenerationId generation) {
        change(() -> {
            waiting.remove(generation);
            if (waiting.isEmpty() && closing == null) {
                closing = Closing.CANCELED;
            }
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

    /** Leaves a job alone until that moment, or until the run is closed if it was open. */
    void pause(Instant until) throws InterruptedException {
        boolean wasOpen = closing().isEmpty();
        await(until, () -> wasOpen && closing != null);
    }

    private void await(Instant until, BooleanSupplier over) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!over.getAsBoolean()) {
                Duration left = Duration.between(clock.instant(), until);
                if (left.isNegative() || left.isZero()) {
                    return;
                }
                long _ =
                        changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(left.toMillis() + 1));
            }
        } finally {
            lock.unlock();
        }
    }

    private void expect(Generation generation) {
        waiting.put(generation.id(), generation.deadline());
    }

    private void closeWhenAlone() {
        if (begun && waiting.isEmpty() && closing == null) {
            closing = Closing.CANCELED;
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
