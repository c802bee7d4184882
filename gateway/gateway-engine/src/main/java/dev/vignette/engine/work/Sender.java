package dev.vignette.engine.work;

import dev.vignette.engine.route.Choice;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.store.ProductionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a prepared attempt's order. The permit to send is written down as used before the one call.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** A permit older than this is not used: others may have drawn conclusions meanwhile. */
    private static final Duration SEND_GRACE = Duration.ofSeconds(2);

    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final ProductionStore store;
    private final Router router;
    private final OrderDesk orders;
    private final Settlement settlement;
    private final ProviderCalls calls;
    private final Departures departures;
    private final Surroundings around;

    Sender(
            ProductionStore store,
            Router router,
            OrderDesk orders,
            Settlement settlement,
            ProviderCalls calls,
            Departures departures,
            Surroundings around) {
        this.store = store;
        this.router = router;
        this.orders = orders;
        this.settlement = settlement;
        this.calls = calls;
        this.departures = departures;
        this.around = around;
    }

    /**
     * Sends the order and writes down what became of it.
     *
     * @return how long to leave the job alone when it was accepted, else zero
     */
    Duration send(ProductionRun run, Attempt attempt) throws InterruptedException {
        Production production = run.production();
        Optional<Choice> choice =
                router.again(around.inForce(), production.request(), attempt.provider());
        if (choice.isEmpty()) {
            return notSent(run, attempt, "it may not serve this request any more");
        }
        Order order;
        try {
            order = orders.write(production, attempt, choice.get());
        } catch (StoreUnavailable e) {
            LOG.warn("{}: nothing was sent, it will be tried again", production.source(), e);
            return notSent(run, attempt, "the reference photo could not be read");
        }
        return departures.escort(() -> send(run, attempt, choice.get(), order));
    }

    private Duration send(ProductionRun run, Attempt attempt, Choice choice, Order order) {
        Optional<Closing> closing = run.closing();
        if (closing.isPresent()) {
            settlement.notSent(run, attempt, closing.get().failure());
            return Duration.ZERO;
        }
        long permitted = System.nanoTime();
        Instant startedAt = around.now();
        Attempt sending = attempt.in(new AttemptState.Sending(startedAt));
        move(run, sending);
        if (System.nanoTime() - permitted > SEND_GRACE.toNanos()) {
            return notSent(run, sending, "writing it down took too long");
        }
        Submission submission = calls.submit(choice.slot(), order);
        return insistently(sending, () -> record(run, sending, startedAt, submission));
    }

    /**
     * An answer that cannot be written down would be a paid job nobody knows: it is tried again.
     */
    private static Duration insistently(Attempt sending, Supplier<Duration> record) {
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return record.get();
            } catch (LostRace e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error(
                        "{}: the answer of {} cannot be written down, tried again in {}",
                        sending.id(),
                        sending.provider(),
                        pause,
                        e);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2);
        }
        return record.get();
    }

    private Duration record(
            ProductionRun run, Attempt sending, Instant startedAt, Submission submission) {
        switch (submission) {
            case Submission.Accepted(var task, Duration checkAfter) -> {
                move(run, sending.in(new AttemptState.Accepted(startedAt, task)));
                return checkAfter;
            }
            case Submission.Finished(var task, var delivery) ->
                    settlement.delivered(run, sending, startedAt, task, delivery);
            case Submission.Ended(var task, var failure, var usage) ->
                    settlement.failed(run, sending, startedAt, task, failure, usage);
            case Submission.Refused(var failure) ->
                    settlement.refused(run, sending, startedAt, failure);
            case Submission.NotSent(var failure) -> settlement.notSent(run, sending, failure);
            case Submission.Unknown(String note) -> {
                LOG.warn(
                        "{}: attempt {} at {} has an unknown outcome ({}); it is not sent again",
                        run.production().source(),
                        sending.number(),
                        sending.provider(),
                        note);
                move(run, sending.in(new AttemptState.Unknown(startedAt, note)));
            }
        }
        return Duration.ZERO;
    }

    private void move(ProductionRun run, Attempt next) {
        if (!store.advance(next)) {
            throw new LostRace(next.id());
        }
        run.moved(next);
    }

    private Duration notSent(ProductionRun run, Attempt attempt, String why) {
        settlement.notSent(run, attempt, ProviderFailure.of(FailureKind.UNAVAILABLE, why));
        return Duration.ZERO;
    }
}
