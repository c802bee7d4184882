package dev.vignette.engine;

import dev.vignette.engine.surroundings.Waits;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** Waits in real time; the time it measures passes with that clock, so that tests need not wait. */
record ShiftedWaits(ShiftedClock clock, Waits real) implements Waits {

    ShiftedWaits(ShiftedClock clock) {
        this(clock, Waits.real());
    }

    @Override
    public void await(Lock lock, Condition condition, Duration most) throws InterruptedException {
        real.await(lock, condition, most);
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        real.pause(length);
    }

    @Override
    public long nanoTime() {
        return real.nanoTime() + clock.ahead().toNanos();
    }
}
