package dev.vignette.engine.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts the orders on their way, so that a stop can wait for their answers and let no more out.
 */
final class Departures {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private int underWay;
    private boolean closed;

    /** Whether one more may leave; then {@link #arrive} has to follow. */
    boolean depart() {
        lock.lock();
        try {
            if (!closed) {
                underWay++;
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    void arrive() {
        lock.lock();
        try {
            underWay--;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets no more out and waits for the answers to those on their way, at most that long. */
    void close(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            long left = patience.toNanos();
            while (underWay > 0 && left > 0) {
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many are on their way. */
    int underWay() {
        lock.lock();
        try {
            return underWay;
        } finally {
            lock.unlock();
        }
    }
}
