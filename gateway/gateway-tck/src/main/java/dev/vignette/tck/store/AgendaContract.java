package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Agenda;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Agenda} promises. The stores beside it write and remove its entries. */
public interface AgendaContract extends StoresUnderTest {

    /** The agenda, which has not begun. */
    Agenda agenda();

    /**
     * Drops everything as a crash would, and opens it anew; the accessors then give the new ones.
     */
    void reopen();

    @Test
    default void givesOutWhatWasAcceptedBeforeItBegan() {
        ProductionId accepted = accepted();
        Worker worker = new Worker(this);

        agenda().begin(worker::finish);

        Eventually.isTrue("it was given out", () -> worker.times(accepted) == 1);
    }

    @Test
    default void startsAtOnceWhatIsWoken() {
        Worker worker = new Worker(this);
        agenda().begin(worker::finish);
        ProductionId accepted = accepted();

        agenda().wake(accepted);

        Eventually.isTrue("it was started", () -> worker.times(accepted) == 1);
    }

    @Test
    default void startsWorkOnceHoweverOftenItIsWoken() {
        Worker worker = new Worker(this);
        agenda().begin(worker::wait);
        ProductionId accepted = accepted();

        AtOnce.times(
                100,
                _ -> {
                    agenda().wake(accepted);
                    return true;
                });

        Eventually.isTrue("it was started", () -> worker.times(accepted) > 0);
        worker.letGo();
        assertThat(worker.times(accepted)).isEqualTo(1);
        assertThat(worker.mostAtOnce()).isEqualTo(1);
    }

    @Test
    default void givesEachOfManyOutNoneLostAndNoneTwiceAtOnce() {
        List<ProductionId> many = IntStream.range(0, 2_000).mapToObj(_ -> accepted()).toList();
        Worker worker = new Worker(this);
        agenda().begin(worker::wait);
        many.subList(0, 500).forEach(agenda()::wake);

        Eventually.isTrue("all run at once", () -> worker.running() == many.size());

        worker.letGo();
        assertThat(many).allMatch(production -> worker.times(production) == 1);
        assertThat(worker.mostAtOnce()).isEqualTo(1);
    }

    @Test
    default void givesWorkOutAgainThatLeftSomethingUnderWay() {
        ProductionId accepted = accepted();
        Worker worker = new Worker(this);

        agenda().begin(worker::overlookFirst);

        Eventually.isTrue("it was given out twice", () -> worker.times(accepted) == 2);
    }

    @Test
    default void givesWorkOutAgainAfterItFailed() {
        ProductionId accepted = accepted();
        Worker worker = new Worker(this);

        agenda().begin(worker::failFirst);

        Eventually.isTrue("it was given out twice", () -> worker.times(accepted) == 2);
    }

    @Test
    default void givesOutWhatIsFinishedWhileSomethingPaidIsUnderWay() {
        ProductionId finished = accepted();
        Progress.finish(productions(), finished);
        Worker worker = new Worker(this);

        agenda().begin(worker::finish);

        Eventually.isTrue("it was given out", () -> worker.times(finished) == 1);
    }

    @Test
    default void givesNothingOutThatIsFinishedAndAtRest() {
        ProductionId finished = completed().production().id();
        ProductionId open = accepted();
        Worker worker = new Worker(this);

        agenda().begin(worker::finish);

        Eventually.isTrue("the other was given out", () -> worker.times(open) == 1);
        assertThat(worker.times(finished)).isZero();
    }

    @Test
    default void givesTheWorkOfADeadProcessOutAgain() {
        ProductionId accepted = accepted();
        Worker dead = new Worker(this);
        agenda().begin(dead::wait);
        Eventually.isTrue("it was given out", () -> dead.times(accepted) == 1);

        reopen();
        Worker next = new Worker(this);
        agenda().begin(next::finish);

        Eventually.isTrue("it was given out again", () -> next.times(accepted) == 1);
    }

    @Test
    default void givesOutWhatIsAcceptedAfterItsWorkWasOver() {
        Proposal.Buy complete = completed();
        Attempt late = Progress.found(complete, 3);
        Worker worker = new Worker(this);

        attempts().adopt(late);
        agenda().begin(worker::finish);

        Eventually.isTrue("it was given out", () -> worker.times(late.production()) == 1);
    }

    @Test
    default void givesOutWhatAnOperatorOrderedAfterItsWorkWasOver() {
        ProductionId finished = completed().production().id();
        Attempt ordered = Purchase.attempt(finished, 3).byOperator();
        Worker worker = new Worker(this);

        productions().plan(finished, List.of(ordered), Purchase.WHY, Optional.empty(), List.of());
        agenda().begin(worker::finish);

        Eventually.isTrue("it was given out", () -> worker.times(finished) == 1);
    }

    @Test
    default void givesOutWhatWasInReviewOnceItsJobIsKnown() {
        Proposal.Buy buy = Purchase.valid().attempts(1).proposal();
        Attempt review = leftForReview(buy);
        Worker worker = new Worker(this);

        productions().advance(Progress.accepted(review));
        agenda().begin(worker::finish);

        Eventually.isTrue("it was given out", () -> worker.times(review.production()) == 1);
    }

    @Test
    default void givesOutWhatWasInReviewOnceItIsOwedPictures() {
        Proposal.Buy buy = Purchase.valid().attempts(1).proposal();
        Attempt late = Progress.succeeded(leftForReview(buy));
        Worker worker = new Worker(this);

        productions().conclude(late, Progress.charge(buy, late), Progress.pictures(late));
        agenda().begin(worker::finish);

        Eventually.isTrue("it was given out", () -> worker.times(late.production()) >= 1);
    }

    private Attempt leftForReview(Proposal.Buy buy) {
        generations().accept(buy);
        Attempt sending = Progress.sending(buy.production().attempts().getFirst());
        productions().advance(sending);
        Attempt review =
                sending.in(
                        new AttemptState.Review(
                                Progress.SENT, Progress.ENDED, Progress.ENDED, "no answer"));
        productions().advance(review);
        Progress.finish(productions(), buy.production().id());
        return review;
    }

    @Test
    default void runsARecurringTaskAgainAndAgain() {
        AtomicInteger runs = new AtomicInteger();
        agenda().every("sweep", Duration.ofMillis(1), runs::incrementAndGet);

        agenda().begin(_ -> {});

        Eventually.isTrue("it ran three times", () -> runs.get() >= 3);
    }

    @Test
    default void runsARecurringTaskAgainAfterItFailed() {
        AtomicInteger runs = new AtomicInteger();
        agenda().begin(_ -> {});

        agenda().every(
                        "sweep",
                        Duration.ofMillis(1),
                        () -> {
                            runs.incrementAndGet();
                            throw new IllegalStateException("on purpose");
                        });

        Eventually.isTrue("it ran twice", () -> runs.get() >= 2);
    }

    @Test
    default void interruptsWhatIsUnderWayWhenItCloses() {
        ProductionId accepted = accepted();
        Worker worker = new Worker(this);
        agenda().begin(worker::wait);
        Eventually.isTrue("it was given out", () -> worker.running() == 1);

        agenda().close();

        assertThat(worker.running()).isZero();
        assertThat(worker.times(accepted)).isEqualTo(1);
    }

    private Proposal.Buy completed() {
        Proposal.Buy complete = Purchase.valid().proposal();
        generations().accept(complete);
        Progress.complete(productions(), complete, Progress.FINISHED);
        return complete;
    }

    private ProductionId accepted() {
        Proposal.Buy buy = Purchase.valid().attempts(1).proposal();
        generations().accept(buy);
        return buy.production().id();
    }

    /** Counts what it is given. */
    final class Worker {
        private final StoresUnderTest stores;
        private final Map<ProductionId, AtomicInteger> times = new ConcurrentHashMap<>();
        private final Map<ProductionId, AtomicInteger> underWay = new ConcurrentHashMap<>();
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final CountDownLatch go = new CountDownLatch(1);

        Worker(StoresUnderTest stores) {
            this.stores = stores;
        }

        /** Sees to everything that is under way and finishes the production at once. */
        void finish(ProductionId production) {
            count(production, () -> Progress.rest(stores.productions(), production));
        }

        /** Fails the first time. */
        void failFirst(ProductionId production) {
            count(
                    production,
                    () -> {
                        if (times(production) == 1) {
                            throw new IllegalStateException("on purpose");
                        }
                        Progress.rest(stores.productions(), production);
                    });
        }

        /** Overlooks that something is under way the first time. */
        void overlookFirst(ProductionId production) {
            count(
                    production,
                    () -> {
                        if (times(production) == 2) {
                            Progress.rest(stores.productions(), production);
                        }
                    });
        }

        /** Works until it is let go, and then finishes. */
        void wait(ProductionId production) {
            count(
                    production,
                    () -> {
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("interrupted", e);
                        }
                        Progress.rest(stores.productions(), production);
                    });
        }

        /** Lets everything go that waits, and waits until it is over. */
        void letGo() {
            go.countDown();
            Eventually.isTrue("all is over", () -> running.get() == 0);
        }

        int times(ProductionId production) {
            AtomicInteger counted = times.get(production);
            return counted == null ? 0 : counted.get();
        }

        int running() {
            return running.get();
        }

        /** How many at most worked on the same production at the same time. */
        int mostAtOnce() {
            return mostAtOnce.get();
        }

        private void count(ProductionId production, Runnable work) {
            AtomicInteger here = underWay.computeIfAbsent(production, _ -> new AtomicInteger());
            mostAtOnce.accumulateAndGet(here.incrementAndGet(), Math::max);
            times.computeIfAbsent(production, _ -> new AtomicInteger()).incrementAndGet();
            running.incrementAndGet();
            try {
                work.run();
            } finally {
                running.decrementAndGet();
                here.decrementAndGet();
            }
        }
    }
}
