package dev.vignette.engine.copy;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/** So many at once and no more; of those that wait, the one whose link dies first goes first. */
final class Lanes {
    private final PriorityQueue<Waiter> queue =
            new PriorityQueue<>(
                    Comparator.comparing(Waiter::expiry).thenComparingLong(Waiter::number));
    private int free;
    private long waiters;

    Lanes(int lanes) {
        this.free = lanes;
    }

    private record Waiter(Instant expiry, long number, Semaphore turn) {}

    /** Returns when a lane is the caller's. Whoever entered has to leave. */
    void enter(Instant expiry) throws InterruptedException {
        Waiter waiter = new Waiter(expiry, nextNumber(), new Semaphore(0));
        if (admitted(waiter)) {
            return;
        }
        try {
            waiter.turn().acquire();
        } catch (InterruptedException e) {
            giveUp(waiter);
            throw e;
        }
    }

    /** Hands the lane on. */
    synchronized void leave() {
        Waiter next = queue.poll();
        if (next == null) {
            free++;
            return;
        }
        next.turn().release();
    }

    /** How many wait. */
    synchronized int waiting() {
        return queue.size();
    }

    private synchronized long nextNumber() {
        return waiters++;
    }

    private synchronized boolean admitted(Waiter waiter) {
        if (free > 0) {
            free--;
            return true;
        }
        queue.add(waiter);
        return false;
    }

    private synchronized void giveUp(Waiter waiter) {
        boolean stillWaiting = queue.remove(waiter);
        if (!stillWaiting) {
            leave(); // the lane was handed over in the same moment
        }
    }
}
