package dev.vignette.engine.watch;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.SeenJob;
import dev.vignette.provider.SeenJob.Stand;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches the jobs of one account that were given into its care: one thread says what is read and
 * when, others read. There is no thread while there is nothing to watch.
 */
final class AccountWatch {
    private static final Duration RING_AGAIN = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** However slow the provider is, so many readings on their way keep the pace. */
    private static final int AT_ONCE = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<TaskHandle, Subject> subjects = new LinkedHashMap<>();
    private final Durations durations = new Durations();
    private final Chart chart = new Chart();
    private final Backoff backoff = new Backoff();
    private final String provider;
    private final Supplier<Lists> lists;
    private final Waits waits;
    private int reading;
    private boolean running;
    private boolean closed;

    /**
     * @param provider the account's name
     * @param lists reads its list; asked anew for each reading, for settings change
     */
    AccountWatch(String provider, Supplier<Lists> lists, Waits waits) {
        this.provider = provider;
        this.lists = lists;
        this.waits = waits;
    }

    /** Takes a job into care, and begins when it is the first. */
    void add(Subject subject) {
        lock.lock();
        try {
            subject.given(waits.nanoTime());
            subjects.put(subject.task(), subject);
            if (!running && !closed) {
                running = true;
                Thread.startVirtualThread(this::run);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void remove(Subject subject) {
        locked(() -> subjects.remove(subject.task(), subject));
    }

    /** A job delivered: how long that took is worth knowing. */
    void took(int pictures, Duration duration) {
        locked(() -> {
            durations.took(pictures, duration);
            return true;
        });
    }

    /** Whether the list has shown it within that time, or is about to for the first time. */
    boolean sees(Subject subject, Duration lately) {
        return locked(() -> {
            boolean lagging = subject.unseen(waits.nanoTime()).compareTo(lately) >= 0;
            boolean readable = subject.found() || backoff.over();
            return !closed && !lagging && readable;
        });
    }

    Optional<Delivery> delivery(Subject subject) {
        return locked(() -> Optional.ofNullable(subject.delivery()));
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed && !subjects.isEmpty()) {
                Duration pause = step();
                if (pause.isPositive()) {
                    waits.await(lock, changed, pause);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does; the next job begins it again
        } finally {
            running = false;
            lock.unlock();
        }
    }

    /** Sends one reading off when it is time; how long to wait before the next step. */
    private Duration step() {
        long now = waits.nanoTime();
        Lists open = lists.get();
        Duration silent = backoff.left(now);
        if (silent.isPositive() || reading >= AT_ONCE) {
            return silent.isPositive() ? silent : LONGEST;
        }
        Optional<Page> next =
                new Rota(chart, open.jobsPerCall()).next(subjects.values(), this::due);
        if (next.isEmpty()) {
            return LONGEST;
        }
        long earliest =
                next.get().subjects().stream()
                        .filter(subject -> !subject.reading())
                        .mapToLong(subject -> due(subject) - now)
                        .min()
                        .orElse(0);
        if (earliest > 0) {
            return Duration.ofNanos(earliest);
        }
        Duration turn = open.budget().take();
        if (turn.isZero()) {
            send(open, next.get(), now);
        }
        return turn;
    }

    private long due(Subject subject) {
        return subject.due(durations.least(subject.pictures()));
    }

    private void send(Lists open, Page page, long now) {
        chart.forgetBefore(
                subjects.values().stream()
                        .map(Subject::first)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
        page.subjects().forEach(subject -> subject.read(now));
        reading++;
        Thread.startVirtualThread(() -> read(open, page, now));
    }

    private void read(Lists open, Page page, long asked) {
        Reading came = null;
        try {
            came = open.read(page.from(), page.to());
        } finally {
            take(open, page, asked, came).forEach(Runnable::run);
        }
    }

    /** Takes over what a reading showed, and returns the bells to ring. */
    private List<Runnable> take(Lists open, Page page, long asked, @Nullable Reading came) {
        return locked(() -> {
            reading--;
            page.subjects().forEach(Subject::readEnded);
            changed.signal();
            return switch (came) {
                case Reading.Complete complete -> {
                    open.budget().spent(complete.calls() - 1);
                    backoff.worked(provider);
                    yield seen(complete, page, asked);
                }
                case Reading.Broken broken -> {
                    open.budget().spent(broken.calls() - 1);
                    backoff.failed(provider, broken.failure(), waits.nanoTime());
                    yield List.of();
                }
                case null -> List.of();
            };
        });
    }

    private List<Runnable> seen(Reading.Complete complete, Page page, long asked) {
        chart.read(
                page.from(), page.to(), complete.jobs().stream().map(SeenJob::createdAt).toList());
        List<Runnable> bells = new ArrayList<>();
        Set<TaskHandle> shown = new HashSet<>();
        for (SeenJob job : complete.jobs()) {
            shown.add(job.task());
            Subject subject = subjects.get(job.task());
            if (subject != null) {
                subject.seen(job.createdAt(), asked);
                if (isOver(subject, job.stand()) && subject.rings(waits.nanoTime(), RING_AGAIN)) {
                    bells.add(subject.bell());
                }
            }
        }
        page.subjects().stream()
                .filter(subject -> !shown.contains(subject.task()))
                .forEach(Subject::missed);
        return bells;
    }

    private static boolean isOver(Subject subject, Stand stand) {
        return switch (stand) {
            case Stand.Working _ -> false;
            case Stand.Over _ -> true;
            case Stand.Finished(Delivery delivery) -> {
                subject.delivered(delivery);
                yield true;
            }
        };
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
