package dev.vignette.server.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Asks for one headshot after the other, and keeps what did not succeed. */
final class SteadyLoad implements AutoCloseable {
    private final Gateway gateway;
    private final ReentrantLock going = new ReentrantLock(true);
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ended;

    SteadyLoad(Gateway gateway) {
        this.gateway = gateway;
        this.thread = Thread.ofVirtual().start(this::run);
    }

    /** Does that while nothing is asked. */
    void whilePaused(Callable<?> work) throws Exception {
        going.lock();
        try {
            work.call();
        } finally {
            going.unlock();
        }
    }

    /** Ends, and returns how many were made. */
    int end() {
        close();
        return made.get();
    }

    /** The answers that were no pictures. */
    List<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ended) {
            going.lock();
            try {
                ask();
            } finally {
                going.unlock();
            }
        }
    }

    private void ask() {
        try {
            var members = Gateway.series("kind", "headshot");
            JsonNode answer = gateway.make(members);
            if (answer.path("status").asText().equals("succeeded")) {
                made.incrementAndGet();
            } else {
                failures.add(answer.toString());
            }
        } catch (Exception e) {
            failures.add(e.toString());
        }
    }
}
