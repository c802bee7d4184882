package dev.vignette.engine.work;

import dev.vignette.id.GenerationId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Lets callers wait for the end of a generation. */
public final class Completions {
    private final Map<GenerationId, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** The generation is over; whoever waits for it goes on. */
    public void ended(GenerationId id) {
        CompletableFuture<Void> waiting = awaited.remove(id);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /**
     * Waits for the end, at most that long, unless it is there already or the gateway stops.
     *
     * @param over asked once after waiting has begun, so that no end is missed
     */
    public void await(GenerationId id, Duration patience, BooleanSupplier over) {
        CompletableFuture<Void> end = awaited.computeIfAbsent(id, _ -> new CompletableFuture<>());
        if (closed || over.getAsBoolean()) {
            ended(id);
            return;
        }
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return; // others may go on waiting for the same end
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end cannot fail", e);
        }
    }

    /** Nobody waits any more: the gateway stops. */
    public void close() {
        closed = true;
        awaited.values().forEach(end -> end.complete(null));
        awaited.clear();
    }
}
