package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Finish;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sees one production through: gives its attempts and copies to virtual threads, asks {@link
 * Gathering} what is next whenever something changed, and ends it for everybody who waits. It goes
 * on after that while something paid is still under way.
 */
public final class ProductionWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ProductionWorker.class);
    private static final Duration UNTIL_CONFIGURED = Duration.ofSeconds(30);
    private static final Duration LOOK_UP = Duration.ofMinutes(10);

    private final Map<ProductionId, ProductionRun> runs = new ConcurrentHashMap<>();
    private final GenerationStore generations;
    private final ProductionStore productions;
    private final AttemptWorker attempts;
    private final Gathering gathering;
    private final PictureCopies copies;
    private final Endings endings;
    private final Surroundings around;

    ProductionWorker(
            GenerationStore generations,
            ProductionStore productions,
            AttemptWorker attempts,
            Gathering gathering,
            PictureCopies copies,
            Endings endings,
            Surroundings around) {
        this.generations = generations;
        this.productions = productions;
        this.attempts = attempts;
        this.gathering = gathering;
        this.copies = copies;
        this.endings = endings;
        this.around = around;
    }

    /**
     * Works until nothing is left to do.
     *
     * @throws IllegalStateException when it was interrupted or failed; it has to be given out again
     */
    public void run(ProductionId id) {
        Optional<Production> found = productions.find(id);
        if (found.isEmpty()) {
            return;
        }
        ProductionRun run = new ProductionRun(found.get(), around.clock());
        runs.put(id, run);
        try (var _ = logged(run);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                work(run, threads);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped; it is kept for the next start", e);
            } catch (RuntimeException e) {
                threads.shutdownNow();
                throw e;
            }
        } finally {
            runs.remove(id, run);
        }
    }

    /** A generation joined a production in flight. */
    public void joined(Generation generation) {
        Optional.ofNullable(runs.get(generation.production()))
                .ifPresent(ProductionRun::waitingChanged);
    }

    /** A generation was called off and waits no more. */
    public void left(Generation generation) {
        Optional.ofNullable(runs.get(generation.production()))
                .ifPresent(ProductionRun::waitingChanged);
    }

    private void work(ProductionRun run, ExecutorService threads) throws InterruptedException {
        Set<Object> begun = new HashSet<>();
        while (true) {
            long seen = run.changes();
            if (run.failure().isPresent()) {
                throw new IllegalStateException("the work failed", run.failure().get());
            }
            if (run.takeOutdated()) {
                read(run);
            }
            expire(run);
            begin(run, threads, begun);
            switch (gathering.next(run.production(), run.closing())) {
                case Move.Wait _ -> run.awaitChange(seen, nextDeadline(run));
                case Move.WaitUntil(Instant moment) ->
                        run.awaitChange(seen, earlier(moment, nextDeadline(run)));
                case Move.Buy(var planned) -> {
                    productions.plan(run.production().id(), planned);
                    planned.forEach(run::moved);
                }
                case Move.End(Finish finish) -> {
                    endings.end(run.production(), finish);
                    read(run);
                }
                case Move.Rest _ -> {
                    return;
                }
            }
        }
    }

    /**
     * Gives every open attempt and every awaited picture that nobody sees to a thread of its own.
     */
    private void begin(ProductionRun run, ExecutorService threads, Set<Object> begun) {
        for (Attempt attempt : run.production().attempts()) {
            boolean open =
                    !(attempt.state() instanceof AttemptState.Ended)
                            && !(attempt.state() instanceof AttemptState.Review);
            if (open && begun.add(attempt.id())) {
                start(run, threads, () -> attempts.run(run, attempt.id()));
            }
        }
        for (Picture picture : run.production().pictures()) {
            if (picture.state() instanceof PictureState.Awaited && begun.add(picture.key())) {
                start(run, threads, () -> copy(run, picture));
            }
        }
    }

    private void start(ProductionRun run, ExecutorService threads, Task task) {
        threads.execute(() -> {
            try (var _ = logged(run)) {
                task.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                run.failed(e);
            }
        });
    }

    private void copy(ProductionRun run, Picture picture) throws InterruptedException {
        ProviderSlot slot = around.inForce().providers().get(picture.provider());
        while (slot == null) {
            LOG.warn(
                    "{}: a paid picture of {} waits until that provider is configured again",
                    run.production().source(),
                    picture.provider());
            run.pause(around.now().plus(UNTIL_CONFIGURED), run.closing());
            slot = around.inForce().providers().get(picture.provider());
        }
        Picture settled = copies.copy(picture, slot.outputs(), FreshLinks.NONE);
        productions.settle(settled);
        run.moved(settled);
        copies.forget(settled);
    }

    /**
     * Whoever has run out of patience gets his end, unless everything is bought and only stored.
     */
    private void expire(ProductionRun run) {
        boolean over = run.production().stage() == Stage.DONE || run.closing().isPresent();
        if (over || onlyStoring(run.production())) {
            return;
        }
        Instant now = around.now();
        if (run.waiting().values().stream().anyMatch(deadline -> !deadline.isAfter(now))) {
            read(run); // others may have joined or left elsewhere
        }
        run.waiting().entrySet().stream()
                .filter(waiting -> !waiting.getValue().isAfter(now))
                .forEach(waiting -> expire(run, waiting.getKey()));
    }

    /** Reads who waits, and how far it is, as it is written. */
    private void read(ProductionRun run) {
        ProductionId id = run.production().id();
        run.read(productions.find(id).orElseThrow(), generations.open(id));
    }

    private void expire(ProductionRun run, GenerationId id) {
        if (run.waiting().size() == 1) {
            LOG.info("{}: the deadline has passed, nothing more is bought for it", id);
            run.close(Closing.DEADLINE);
            return;
        }
        endings.expire(id, run.production());
        read(run);
    }

    private static boolean onlyStoring(Production production) {
        return production.pictures().stream()
                        .anyMatch(picture -> picture.state() instanceof PictureState.Awaited)
                && production.attempts().stream()
                        .allMatch(attempt -> attempt.state() instanceof AttemptState.Ended);
    }

    private Instant nextDeadline(ProductionRun run) {
        Instant now = around.now();
        return run.waiting().values().stream()
                .filter(deadline -> deadline.isAfter(now))
                .reduce(now.plus(LOOK_UP), ProductionWorker::earlier);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Every line logged by this thread names the generation that bears the costs. */
    private static MDC.MDCCloseable logged(ProductionRun run) {
        return MDC.putCloseable("generation", run.production().source().value());
    }

    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException;
    }
}
