package dev.vignette.storage.rows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller's changes, all of them or none, and the caller who waits for them to be kept. */
final class Unit<T extends @Nullable Object> {
    private final Function<Session, T> work;
    private final CompletableFuture<T> kept = new CompletableFuture<>();
    private @Nullable Runnable answer;

    Unit(Function<Session, T> work) {
        this.work = work;
    }

    /** Makes the changes; they are not kept yet. */
    void run(Session session) {
        T result = work.apply(session);
        answer = () -> kept.complete(result);
    }

    /** They are kept: tells the caller, unless he was told of a failure. */
    void answer() {
        if (answer != null) {
            answer.run();
        }
    }

    /** They are not kept. */
    void fail(Throwable cause) {
        kept.completeExceptionally(cause);
    }

    /**
     * Waits until they are kept. An interrupt does not end the wait: whoever pays must know whether
     * the permit was written.
     */
    T await() {
        try {
            return kept.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
