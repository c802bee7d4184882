package dev.vignette.simulation.time;

import dev.vignette.engine.surroundings.Waits;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;

/** Waits in simulated time, on one machine. */
public final class SimulatedWaits implements Waits {
    private final Machine machine;

    /** For threads of that machine. */
    public SimulatedWaits(Machine machine) {
        this.machine = machine;
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // the caller waits in one
    public void await(Lock lock, Condition condition, Duration most) throws InterruptedException {
        if (!most.isPositive()) {
            return;
        }
        Alarm alarm =
                machine.scheduler()
                        .after(most, () -> machine.start("alarm", () -> signal(lock, condition)));
        try {
            condition.await();
        } finally {
            alarm.cancel();
        }
    }

    /** Only who holds the lock may signal, so it takes a thread of its own. */
    private static void signal(Lock lock, Condition condition) {
        lock.lock();
        try {
            condition.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        if (!length.isPositive()) {
            return;
        }
        Thread sleeper = Thread.currentThread();
        long end = machine.scheduler().now() + length.toNanos();
        Alarm alarm = machine.scheduler().after(length, () -> LockSupport.unpark(sleeper));
        while (machine.scheduler().now() < end) {
            if (Thread.interrupted()) {
                alarm.cancel();
                throw new InterruptedException("woken before its time");
            }
            LockSupport.park(this);
        }
    }

    @Override
    public long nanoTime() {
        return machine.scheduler().now();
    }
}
