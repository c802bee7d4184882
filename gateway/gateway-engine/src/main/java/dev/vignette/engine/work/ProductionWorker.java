package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.Tracing;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Finish;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.Planned;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    /** A signal of another gateway may have got lost. */
    private static final Duration LOOK_UP = Duration.ofSeconds(30);

    private final Map<ProductionId, ProductionRun> runs = new ConcurrentHashMap<>();
    private final GenerationStore generations;
    private final ProductionStore productions;
    private final AttemptWorker attempts;
    private final Gathering gathering;
    private final PictureCopies copies;
    private final ProviderCalls calls;
    private final Endings endings;
    private final Surroundings around;

    ProductionWorker(
            GenerationStore generations,
            ProductionStore productions,
            AttemptWorker attempts,
            Gathering gathering,
            PictureCopies copies,
            ProviderCalls calls,
            Endings endings,
            Surroundings around) {
        this.generations = generations;
        this.productions = productions;
        this.attempts = attempts;
        this.gathering = gathering;
        this.copies = copies;
        this.calls = calls;
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
        ProductionRun run = new ProductionRun(found.get(), around);
        runs.put(id, run);
        around.pass(Failpoint.C19);
        try (var _ = logged(run);
                var _ = around.tracing().production(run.production());
                Crew crew = new Crew()) {
            try {
                work(run, crew);
            } catch (InterruptedException e) {
                crew.interrupt();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped; it is kept for the next start", e);
            } catch (RuntimeException e) {
                crew.interrupt();
                throw e;
            }
        } finally {
            runs.remove(id, run);
        }
    }

    /** Somebody wrote something about a production that may be worked on here. */
    public void heard(Signal signal) {
        ProductionRun run = runs.get(signal.production());
        if (run == null) {
            return;
        }
        if (signal.look()) {
            run.look();
        } else {
            run.rowsChanged();
        }
    }

    private void work(ProductionRun run, Crew crew) throws InterruptedException {
        while (true) {
            long seen = run.changes();
            if (run.failure().isPresent()) {
                throw new IllegalStateException("the work failed", run.failure().get());
            }
            if (run.takeOutdated()) {
                read(run);
            }
            expire(run);
            begin(run, crew);
            switch (gathering.next(run.production(), run.closing(), run.completes())) {
                case Move.Wait _ -> awaitChange(run, seen, nextDeadline(run));
                case Move.WaitUntil(Instant moment) ->
                        awaitChange(run, seen, earlier(moment, nextDeadline(run)));
                case Move.Buy buy -> buy(run, buy, seen);
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

    /** Waits for a change; after a long silence it is read again, for signals get lost. */
    private void awaitChange(ProductionRun run, long seen, Instant until)
            throws InterruptedException {
        run.awaitChange(seen, until);
        if (run.changes() == seen) {
            read(run);
        }
    }

    private void buy(ProductionRun run, Move.Buy buy, long seen) throws InterruptedException {
        switch (plan(run.production(), buy)) {
            case DONE -> {
                buy.attempts().forEach(run::moved);
                around.observations()
                        .routed(
                                run.production().request().kind(),
                                buy.why().provider(),
                                buy.why().reason().wireName());
                around.pass(Failpoint.C3);
            }
            case OUTDATED, OVER_BUDGET -> read(run);
            case OVER_ALLOWANCE -> overAllowance(run, buy, seen);
        }
    }

    /** What is there is not held back for the rest of a set; a lost order may still turn up. */
    private void overAllowance(ProductionRun run, Move.Buy buy, long seen)
            throws InterruptedException {
        if (buy.completes()) {
            LOG.warn(
                    "{}: not completed, the budget for that is used up for today; it ends with what"
                            + " it has",
                    run.production().source());
            run.leaveIncomplete();
            return;
        }
        LOG.warn(
                "{}: not bought again, the duplicate budget is used up; it waits for evidence or an"
                        + " operator",
                run.production().source());
        awaitChange(run, seen, earlier(around.now().plus(LOOK_UP), nextDeadline(run)));
    }

    private Planned plan(Production production, Move.Buy buy) {
        return productions.plan(
                production.id(),
                buy.attempts(),
                buy.why(),
                buy.allowance(),
                around.inForce().accounting().covering(production.client()));
    }

    /** Gives every open attempt and every awaited picture that nobody sees to somebody. */
    private void begin(ProductionRun run, Crew crew) {
        for (Attempt attempt : run.production().attempts()) {
            if (attempt.underWay()) {
                crew.start(attempt.id(), task(run, () -> attempts.run(run, attempt.id())));
            }
        }
        for (Picture picture : run.production().pictures()) {
            if (picture.state() instanceof PictureState.Awaited) {
                crew.start(picture.key(), task(run, () -> copy(run, picture)));
            }
        }
    }

    private static Runnable task(ProductionRun run, Task task) {
        return () -> {
            try (var _ = logged(run)) {
                task.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                run.failed(e);
            }
        };
    }

    private void copy(ProductionRun run, Picture picture) throws InterruptedException {
        Attempt attempt = run.production().attempt(picture.attempt()).orElseThrow();
        Optional<ProviderSlot> slot = around.slot(attempt);
        while (slot.isEmpty()) {
            LOG.warn(
                    "{}: a paid picture of {} waits until that provider is configured again",
                    run.production().source(),
                    picture.provider());
            around.waits().pause(UNTIL_CONFIGURED);
            slot = around.slot(attempt);
        }
        FreshLinks fresh = new RereadLinks(run.production(), calls, around);
        Picture settled = copied(picture, slot.get(), fresh);
        productions.settle(settled);
        run.moved(settled);
        copies.forget(settled);
        around.pass(Failpoint.C14);
    }

    private Picture copied(Picture picture, ProviderSlot slot, FreshLinks fresh)
            throws InterruptedException {
        try (Tracing.Span span = around.tracing().copy(picture)) {
            Picture settled = copies.copy(picture, slot.outputs(), fresh);
            span.came(settled);
            return settled;
        }
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
                && production.attempts().stream().allMatch(Attempt::ended);
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
