package dev.vignette.engine.watch;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.WatchesJobs.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Watches the jobs of one account that were given into its care: one thread says what is read and
 * when, others read. There is no thread while there is nothing to watch.
 */
final class AccountWatch {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Patrol patrol;
    private final Supplier<Lists> lists;
    private final Waits waits;
    private boolean running;
    private boolean closed;

    /**
     * @param provider the account's name
     * @param lists reads its list; asked anew for each reading, for settings change
     */
    AccountWatch(String provider, Supplier<Lists> lists, Waits waits) {
        this.patrol = new Patrol(provider);
        this.lists = lists;
        this.waits = waits;
    }

    /** Takes a job into care, and begins when it is the first. */
    void add(Subject subject) {
        change(() -> {
            patrol.add(subject, waits.nanoTime());
            if (!running && !closed) {
                running = true;
                Thread.startVirtualThread(this::run);
            }
        });
    }

    void remove(Subject subject) {
        change(() -> patrol.remove(subject));
    }

    /** A job delivered: how long that took is worth knowing. */
    void took(int pictures, Duration duration) {
        change(() -> patrol.took(pictures, duration));
    }

    void close() {
        change(() -> closed = true);
    }

    /** Whether the list has shown it within that time, or is about to for the first time. */
    boolean sees(Subject subject, Duration lately) {
        return locked(() -> !closed && patrol.sees(subject, lately, waits.nanoTime()));
    }

    Optional<Delivery> delivery(Subject subject) {
        return locked(() -> Optional.ofNullable(subject.delivery()));
    }

    private void run() {
        lock.lock();
        try {
            while (!closed && !patrol.idle()) {
                step();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does; the next job begins it again
        } finally {
            running = false;
            lock.unlock();
        }
    }

    private void step() throws InterruptedException {
        Lists open = lists.get();
        long now = waits.nanoTime();
        Patrol.Step step = patrol.next(open.jobsPerCall(), open.budget(), now);
        Page page = step.page();
        if (page != null) {
            Thread.startVirtualThread(() -> read(open, page, now));
        }
        waits.await(lock, changed, step.pause());
    }

    private void read(Lists open, Page page, long asked) {
        Reading reading =
                open.read(Instant.ofEpochSecond(page.from()), Instant.ofEpochSecond(page.to()));
        List<Runnable> bells =
                locked(() -> {
                    changed.signal();
                    return patrol.take(page, reading, open.budget(), asked, waits.nanoTime());
                });
        bells.forEach(Runnable::run);
    }

    private void change(Runnable work) {
        lock.lock();
        try {
            work.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
