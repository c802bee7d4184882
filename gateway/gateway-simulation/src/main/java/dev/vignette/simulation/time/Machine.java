package dev.vignette.simulation.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Where the threads of one process run. It can be killed, after which not one of them takes another
 * step, and frozen, as a paused virtual machine is: time goes on without it.
 */
public final class Machine implements Executor {
    private static final InheritableThreadLocal<Machine> CURRENT = new InheritableThreadLocal<>();

    private final String name;
    private final Scheduler scheduler;
    private final List<Runnable> held = new ArrayList<>();
    private boolean dead;
    private long frozenUntil;

    /** Running, without threads. */
    public Machine(String name, Scheduler scheduler) {
        this.name = name;
        this.scheduler = scheduler;
    }

    /** The machine that the calling thread runs on, or {@code null} outside every world. */
    public static Machine current() {
        return CURRENT.get();
    }

    /** Lets any other thread of this world have its turn: here the seed decides. */
    @SuppressWarnings("ThreadPriorityCheck") // the scheduler is ours
    public static void giveWay() {
        Thread.yield();
    }

    /** Starts a thread here. */
    public Thread start(String task, Runnable work) {
        return SimulatedThreads.on(this)
                .name(name + " " + task)
                .start(() -> {
                    CURRENT.set(this);
                    work.run();
                });
    }

    /** Nothing runs here any more, ever. */
    public void kill() {
        dead = true;
        held.clear();
    }

    /** Nothing runs here for that time. */
    public void freeze(Duration length) {
        frozenUntil = Math.max(frozenUntil, scheduler.now() + length.toNanos());
        scheduler.after(length, this::thaw);
    }

    private void thaw() {
        if (frozen()) {
            return;
        }
        held.forEach(this::execute);
        held.clear();
    }

    /** Whether it was killed. */
    public boolean dead() {
        return dead;
    }

    /** Whether nothing runs here just now. */
    public boolean frozen() {
        return scheduler.now() < frozenUntil;
    }

    /** What the threads here wait with. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** Takes a thread's next step; called by the JDK. */
    @Override
    public void execute(Runnable rest) {
        scheduler.ready(this, rest);
    }

    /** Whether the step may run now; a frozen machine keeps it for later. */
    boolean mayRun(Runnable rest) {
        if (dead) {
            return false;
        }
        if (frozen()) {
            held.add(rest);
            return false;
        }
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
