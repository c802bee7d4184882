package dev.vignette.storage.rows;

import dev.vignette.id.ProductionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work that is under way in this process: for each production at most once, each on a virtual
 * thread of its own.
 */
final class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Consumer<ProductionId> work;
    private final Afterwards afterwards;
    private final Map<ProductionId, Run> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** What happens to work that came back: it is done, or has to be given out again. */
    interface Afterwards {
        /** Called when the work is no longer under way, before whoever joined it is told. */
        void over(ProductionId production, @Nullable Throwable failure);
    }

    Runs(Consumer<ProductionId> work, Afterwards afterwards) {
        this.work = work;
        this.afterwards = afterwards;
    }

    /** Whether the work is under way. */
    boolean underWay(ProductionId production) {
        return underWay.containsKey(production);
    }

    /** Starts the work unless it is under way. Returns at once. */
    void start(ProductionId production) {
        run(production);
    }

    /** Starts the work unless it is under way, and waits until it is over. */
    void join(ProductionId production) {
        run(production).over.join();
    }

    /** Starts nothing more, interrupts what is under way and waits for it, but not for ever. */
    void close(Duration patience) {
        closed = true;
        List<Run> last = List.copyOf(underWay.values());
        last.forEach(run -> run.thread.interrupt());
        CompletableFuture<?>[] all =
                last.stream().map(run -> run.over).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(all).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "{} productions did not step back within {}; the next start takes them up",
                    underWay.size(),
                    patience,
                    e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a run tells nobody of its failure", e);
        }
    }

    private Run run(ProductionId production) {
        Run run = new Run(production);
        Run earlier = underWay.putIfAbsent(production, run);
        if (earlier != null) {
            return earlier;
        }
        if (closed) {
            underWay.remove(production, run);
            run.over.complete(null);
            return run;
        }
        run.thread.start();
        return run;
    }

    private final class Run {
        private final ProductionId production;
        private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        private final Thread thread;

        Run(ProductionId production) {
            this.production = production;
            this.thread = Thread.ofVirtual().name("production-" + production).unstarted(this::run);
        }

        private void run() {
            Throwable failure = attempt();
            underWay.remove(production, this);
            // What was interrupted to close is taken up at the next start, not after a pause.
            if (failure == null || !closed) {
                tell(failure);
            }
            over.complete(null);
        }

        private void tell(@Nullable Throwable failure) {
            try {
                afterwards.over(production, failure);
            } catch (RuntimeException | Error e) {
                LOG.error(
                        "{} is over, which could not be noted; it is looked at again later",
                        production,
                        e);
            }
        }

        private @Nullable Throwable attempt() {
            try {
                work.accept(production);
                return null;
            } catch (RuntimeException | Error e) {
                return e;
            }
        }
    }
}
