package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Failpoints;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.Waits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A clock that stands still until somebody pauses or lets time pass. Among several threads it moves
 * on only when all of them pause, to the moment when the first of them goes on.
 */
final class VirtualTime extends Clock implements Waits {
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private final PriorityQueue<Instant> sleepers = new PriorityQueue<>();
    private int threads = 1;
    private Runnable whenPausing = () -> {};
    private Instant now = START;

    /** What the engine lives in at this time. */
    Surroundings around() {
        return new Surroundings(
                Policies.always(() -> {
                    throw new AssertionError("no policy decides about copies");
                }),
                Observations.NONE,
                this,
                this,
                Failpoints.NONE);
    }

    /** Lets time pass. */
    synchronized void pass(Duration length) {
        now = now.plus(length);
    }

    /** So many threads share this time from now on. */
    synchronized void share(int among) {
        threads = among;
    }

    /** One of them is over. */
    synchronized void leave() {
        threads--;
        notifyAll();
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Runnable then;
        synchronized (this) {
            pauses.add(length);
            sleepUntil(now.plus(length));
            then = whenPausing;
        }
        then.run();
    }

    private synchronized void sleepUntil(Instant end) throws InterruptedException {
        sleepers.add(end);
        while (now.isBefore(end)) {
            if (sleepers.size() == threads && sleepers.element().isAfter(now)) {
                now = sleepers.element();
                notifyAll();
            } else {
                wait();
            }
        }
        sleepers.remove(end);
    }

    /**
     * Returns every few moments, so that the caller looks at the virtual clock. Going on by itself
     * here would miss a signal that comes just when those moments are over.
     */
    @Override
    @SuppressWarnings("WaitNotInLoop") // the caller loops, since this returns early
    public void await(Lock lock, Condition condition, Duration most) throws InterruptedException {
        if (most.isPositive()) {
            boolean _ = condition.await(5, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized long nanoTime() {
        return Duration.between(START, now).toNanos();
    }

    synchronized void onPause(Runnable action) {
        whenPausing = action;
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    synchronized Duration passed() {
        return Duration.between(START, now);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }
}
