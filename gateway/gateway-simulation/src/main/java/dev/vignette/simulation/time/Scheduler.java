package dev.vignette.simulation.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
    private final Queue<Runnable> broughtBack = new ConcurrentLinkedQueue<>();
    private @Nullable Runnable current;
    private boolean resubmitted;
    private long now;
    private long alarmsSet;
    private long steps;
    private boolean stopped;

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

    /** Runs for that long, or until it is stopped. */
    public void run(Duration length) {
        long end = now + length.toNanos();
        while (!stopped && step(end)) {}
        now = stopped ? now : end;
    }

    /** Nothing more happens. */
    public void stop() {
        stopped = true;
    }

    /** Whether it was stopped. */
    public boolean stopped() {
        return stopped;
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
        current = step.rest();
        resubmitted = false;
        step.rest().run();
        settle(step.rest());
        return true;
    }

    /**
     * A thread that met a lock of the JDK which another world's thread held just then has not given
     * way: it goes on as soon as the JDK brings it back, as if nothing had been.
     */
    private void settle(Runnable rest) {
        while (!resubmitted && SimulatedThreads.wantsToRun(rest)) {
            Runnable back = broughtBack.poll();
            if (back == null) {
                Thread.onSpinWait();
            } else {
                back.run();
            }
        }
    }

    /** A thread can go on. Each has one and the same object for all its steps. */
    @SuppressWarnings("ReferenceEquality")
    void ready(Machine machine, Runnable rest) {
        Thread caller = Thread.currentThread();
        if (caller != owner && !caller.isVirtual()) {
            broughtBack.add(rest);
            return;
        }
        resubmitted |= rest == current;
        ready.add(new Step(machine, rest));
    }
}
