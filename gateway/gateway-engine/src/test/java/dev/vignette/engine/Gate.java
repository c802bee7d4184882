package dev.vignette.engine;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds back whoever comes through while it is closed. Open at first. */
public final class Gate {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean closed;
    private int waiting;

    /** Holds back whoever comes from now on. */
    public void close() {
        set(true);
    }

    /** Lets everybody through. */
    public void open() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            closed = value;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many are held back now. */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** Goes through, as soon as it is open. */
    public void pass() throws InterruptedException {
        lock.lockInterruptibly();
        waiting++;
        try {
            while (closed) {
                opened.await();
            }
        } finally {
            waiting--;
            lock.unlock();
        }
    }
}
