package dev.vignette.engine.surroundings;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * How threads wait for a time, and measure one. Nothing in the engine waits for a time otherwise,
 * so that a simulation can let years pass in a moment.
 */
public interface Waits {

    /**
     * Waits for a signal, or until that time has passed; may return earlier.
     *
     * @param lock held by the caller, and again when this returns
     * @param condition one of that lock's
     * @param most zero or less returns at once
     */
    void await(Lock lock, Condition condition, Duration most) throws InterruptedException;

    /** Returns when that time has passed; one of zero or less returns at once. */
    void pause(Duration length) throws InterruptedException;

    /** Nanoseconds that pass steadily, whatever is done to the clock: only differences count. */
    long nanoTime();

    /** Real time. */
    static Waits real() {
        return new RealWaits();
    }
}
