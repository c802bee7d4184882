package dev.vignette.engine.surroundings;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Real time. */
final class RealWaits implements Waits {

    @Override
    @SuppressWarnings("WaitNotInLoop") // the caller loops, since it may return early
    public void await(Lock lock, Condition condition, Duration most) throws InterruptedException {
        if (most.isPositive()) {
            long _ = condition.awaitNanos(most.toNanos());
        }
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        if (length.isPositive()) {
            Thread.sleep(length);
        }
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
