package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    /** Then whoever waits looks again, for the moment it waits for may have come out wrong. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<GenerationId, Instant> waiting = new HashMap<>();
    private final Surroundings around;
    private Production production;
    private long changes;
    private long looks;
    private boolean outdated = true;
    private boolean completes = true;
    private @Nullable Closing closing;
    private @Nullable Throwable failure;

    ProductionRun(Production production, Surroundings around) {
        this.production = production;
        this.around = around;
    }

    /**
     * Takes over what is written, by this gateway or another: what has moved further there, who
     * waits and until when. When nobody waits, nothing more is bought.
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
            if (isNewer(known, written)) {
                merged = merged.with(known);
            }
        }
        for (Picture known : production.pictures()) {
            if (!(known.state() instanceof PictureState.Awaited) || isMissing(known, written)) {
                merged = merged.with(known);
            }
        }
        return merged;
    }

    /** It was written down after that was read, so it has its place all the same. */
    private static boolean isMissing(Picture known, Production written) {
        return written.pictures().stream()
                .filter(picture -> picture.index() == known.index())
                .allMatch(other ->
                        other.state() instanceof PictureState.Lost
                                && !other.key().equals(known.key()));
    }

    private static boolean isNewer(Attempt known, Production written) {
        return written.attempts().stream()
                .filter(attempt -> attempt.id().equals(known.id()))
                .noneMatch(attempt -> attempt.version() >= known.version());
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

    /** Somebody else wrote something: it has to be read again. */
    void rowsChanged() {
        change(() -> outdated = true);
    }

    /** A provider has called: jobs that are left alone are worth a look now. */
    void look() {
        change(() -> looks++);
    }

    /** Whether it has to be read again, as at first; says so once. */
    boolean takeOutdated() {
        return locked(() -> {
            boolean was = outdated;
            outdated = false;
            return was;
        });
    }

    /** What was paid and did not come is not bought again: the budget for that is used up. */
    void leaveIncomplete() {
        change(() -> completes = false);
    }

    /** Whether what was paid and did not come may be bought again. */
    boolean completes() {
        return locked(() -> completes);
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

    /** What a worker sees of an attempt and of the run around it. */
    Sight sight(AttemptId id) {
        return locked(() -> sightOf(id));
    }

    /** Leaves a job alone until that moment, or until there is something else to be seen of it. */
    void pause(Instant until, Sight seen) throws InterruptedException {
        await(until, () -> !sightOf(seen.attempt().id()).equals(seen));
    }

    /** Waits that long, or until the run is closed. */
    void pause(Duration length) throws InterruptedException {
        await(around.now().plus(length), () -> closing != null);
    }

    private Sight sightOf(AttemptId id) {
        return new Sight(production.attempt(id).orElseThrow(), looks, closing);
    }

    /**
     * What a worker sees of its attempt.
     *
     * @param attempt as far as it is
     * @param looks how often its provider has called
     * @param closing why nothing more is bought; {@code null} while something may be
     */
    record Sight(Attempt attempt, long looks, @Nullable Closing closing) {
        /** The same with the attempt further on. */
        Sight with(Attempt moved) {
            return new Sight(moved, looks, closing);
        }
    }

    private void await(Instant until, BooleanSupplier over) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            // By a clock that nobody sets: one put back by an hour would let a link die meanwhile.
            Duration wanted = Duration.between(around.now(), until);
            long end = nanos() + (wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST).toNanos();
            while (!over.getAsBoolean()) {
                Duration left = Duration.ofNanos(end - nanos());
                if (!left.isPositive()) {
                    return;
                }
                around.waits().await(lock, changed, left);
            }
        } finally {
            lock.unlock();
        }
    }

    private long nanos() {
        return around.waits().nanoTime();
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
