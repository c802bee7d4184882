package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Waits;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Sees orders off: each on a thread of its own that nobody interrupts, until what became of it is
 * written down. A stop lets no more out and waits for the answers to those on their way.
 */
final class Departures {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final CompletableFuture<Void> givenUp = new CompletableFuture<>();
    private final Waits waits;
    private int underWay;
    private boolean closed;

    Departures(Waits waits) {
        this.waits = waits;
    }

    /**
     * Sends an order and returns what became of it. An interrupt of the caller does not reach it:
     * an answer on its way is money.
     *
     * @throws InterruptedException when no more may leave, or a stop has lost its patience
     */
    <T> T escort(Supplier<T> order) throws InterruptedException {
        if (!depart()) {
            throw new InterruptedException("the gateway stops; the attempt is kept for later");
        }
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Map<String, String> logged =
                Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        Thread.startVirtualThread(() -> {
            MDC.setContextMap(logged);
            try {
                outcome.complete(order.get());
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            } finally {
                arrive();
            }
        });
        CompletableFuture.anyOf(outcome.handle((_, _) -> true), givenUp).join();
        if (!outcome.isDone()) {
            throw new InterruptedException("the gateway stops before the answer is there");
        }
        return result(outcome);
    }

    private static <T> T result(CompletableFuture<T> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private boolean depart() {
        lock.lock();
        try {
            if (!closed) {
                underWay++;
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void arrive() {
        lock.lock();
        try {
            underWay--;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets no more out and waits for the answers to those on their way, at most that long. */
    void close(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            long end = waits.nanoTime() + patience.toNanos();
            while (underWay > 0 && end - waits.nanoTime() > 0) {
                waits.await(lock, arrived, Duration.ofNanos(end - waits.nanoTime()));
            }
        } finally {
            lock.unlock();
            givenUp.complete(null);
        }
    }
}
