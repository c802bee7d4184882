package dev.vignette.simulation.time;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Something one simulated thread waits for and the world gives it once. What is given to a killed
 * machine is never read.
 */
public final class Answer<T> {
    private @Nullable T value;
    private @Nullable Thread waiting;

    /** Gives it; only the first counts. */
    public void give(T given) {
        if (value != null) {
            return;
        }
        value = given;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    /** Whether it was given. */
    public boolean given() {
        return value != null;
    }

    /** Waits for it, deaf to interrupts: an answer on its way is worth waiting for. */
    public T await() {
        waiting = Thread.currentThread();
        boolean interrupted = false;
        T given = value;
        while (given == null) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
            given = value;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return given;
    }
}
