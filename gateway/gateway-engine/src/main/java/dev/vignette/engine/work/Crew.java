package dev.vignette.engine.work;

import java.util.HashMap;
import java.util.Map;

/**
 * The threads at work on one production, one for each thing that is worked on. Used by the one
 * thread that leads them.
 */
final class Crew implements AutoCloseable {
    private final Map<Object, Thread> threads = new HashMap<>();

    /** Starts work on that, unless somebody is at it already. */
    void start(Object what, Runnable work) {
        threads.compute(
                what,
                (_, before) ->
                        before != null && before.isAlive()
                                ? before
                                : Thread.startVirtualThread(work));
    }

    /** Tells everybody to step back. */
    void interrupt() {
        threads.values().forEach(Thread::interrupt);
    }

    /** Waits until all have ended; an interrupt is passed on to them. */
    @Override
    public void close() {
        boolean interrupted = false;
        for (Thread thread : threads.values()) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException _) {
                    interrupted = true;
                    interrupt();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
