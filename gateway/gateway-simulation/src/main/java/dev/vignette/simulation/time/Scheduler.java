package dev.vignette.simulation.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * Runs a whole world on the calling thread. Each step the seed picks one of the threads that could
 * go on and runs it until it waits or gives way; when none can, time jumps to the next alarm. The
 * same seed takes the same steps.
 */
public final class Scheduler {
    private final RandomGenerator random;
    private final Thread owner = Thread.currentThread();
    private final List<Step> ready = new ArrayList<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private long now;
    private long alarmsSet;
    private long steps;

    /** At time zero, with nothing to do. Belongs to the thread that makes it. */
    public Scheduler(RandomGenerator random) {
        this.random = random;
    }

    private record Step(Machine machine, Runnable rest) {}

    /** Nanoseconds since the world began. */
    public long now() {
        return now;
    }

    /** How many steps were run so far. */
    public long steps() {
        return steps;
    }

    /** Has that done after that time, between two steps; it must not wait. */
    public Alarm after(Duration delay, Runnable action) {
        long due = now + Math.max(0, delay.toNanos());
        Alarm alarm = new Alarm(due, alarmsSet++, action);
        alarms.add(alarm);
        return alarm;
    }

    /**
     * Runs until that time, or until there is nothing left that could ever happen.
     *
     * @param between done after every step; it must not wait
     */
    public void run(Duration most, Runnable between) {
        long end = now + most.toNanos();
        while (step(end)) {
            between.run();
        }
        now = end;
    }

    /** One step further, or nothing when none is left before that time. */
    private boolean step(long end) {
        while (true) {
            if (!ready.isEmpty()) {
                if (runOne()) {
                    return true;
                }
                continue;
            }
            Alarm next = alarms.poll();
            if (next == null || next.due() > end) {
                if (next != null) {
                    alarms.add(next);
                }
                return false;
            }
            now = Math.max(now, next.due());
            next.ring();
        }
    }

    private boolean runOne() {
        int chosen = random.nextInt(ready.size());
        Step step = ready.get(chosen);
        Step last = ready.removeLast();
        if (chosen < ready.size()) {
            ready.set(chosen, last);
        }
        if (!step.machine().mayRun(step.rest())) {
            return false;
        }
        steps++;
        step.rest().run();
        return true;
    }

    void ready(Machine machine, Runnable rest) {
        Thread caller = Thread.currentThread();
        if (caller != owner && !caller.isVirtual()) {
            throw new IllegalStateException("something outside the world meddled: " + caller);
        }
        ready.add(new Step(machine, rest));
    }
}
