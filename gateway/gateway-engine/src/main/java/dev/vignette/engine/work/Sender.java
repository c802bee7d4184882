package dev.vignette.engine.work;

import dev.vignette.engine.limit.Closure;
import dev.vignette.engine.limit.Passage;
import dev.vignette.engine.order.OrderDesk;
import dev.vignette.engine.route.Choice;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.Production;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Quota;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TellsQuota;
import dev.vignette.provider.UploadsPhotos;
import dev.vignette.provider.UploadsPhotos.Upload;
import dev.vignette.store.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** An order held up for longer is written anew: it says how much time is left. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Permits permits;
    private final Router router;
    private final OrderDesk orders;
    private final Settlement settlement;
    private final ProviderCalls calls;
    private final Departures departures;
    private final Detours detours;
    private final Answers answers;
    private final Surroundings around;

    Sender(
            Permits permits,
            Router router,
            OrderDesk orders,
            Settlement settlement,
            ProviderCalls calls,
            Departures departures,
            Detours detours,
            Answers answers,
            Surroundings around) {
        this.permits = permits;
        this.router = router;
        this.orders = orders;
        this.settlement = settlement;
        this.calls = calls;
        this.departures = departures;
        this.detours = detours;
        this.answers = answers;
        this.around = around;
    }

    /**
     * Sends the order and writes down what became of it. When the account gets none just then, it
     * waits again, as the next in turn.
     *
     * @return how long to leave the job alone when it was accepted, else zero
     */
    Duration send(ProductionRun run, Attempt attempt, Passage passage) throws InterruptedException {
        Optional<Duration> sent = written(run, attempt, passage);
        while (sent.isEmpty()) {
            if (!passage.enter()) {
                return notWanted(run, attempt);
            }
            sent = written(run, attempt, passage);
        }
        return sent.get();
    }

    /** Empty when the account got no order for so long that this one is out of date. */
    private Optional<Duration> written(ProductionRun run, Attempt attempt, Passage passage)
            throws InterruptedException {
        Production production = run.production();
        Optional<Choice> choice =
                router.again(around.inForce(), production.request(), attempt.provider());
        if (choice.isEmpty()) {
            return Optional.of(notSent(run, attempt, "it may not serve this request any more"));
        }
        if (!choice.get().buys(attempt)) {
            return Optional.of(
                    notSent(run, attempt, "what it would make was changed before it was sent"));
        }
        ProviderSlot slot = choice.get().slot();
        Order order;
        try {
            order = orders.write(production, attempt, choice.get());
        } catch (StoreUnavailable e) {
            LOG.warn("{}: nothing was sent, it will be tried again", production.source(), e);
            return Optional.of(notSent(run, attempt, "the reference photo could not be read"));
        }
        return switch (uploaded(slot, order)) {
            case Upload.Failed(ProviderFailure failure) -> {
                settlement.notSent(run, attempt, failure);
                yield Optional.of(Duration.ZERO);
            }
            case Upload.Ready(var photo) ->
                    departed(
                            run,
                            attempt.under(choice.get().settings()),
                            new Errand(slot, order.with(photo), passage));
        };
    }

    private Upload uploaded(ProviderSlot slot, Order order) {
        return slot.provider() instanceof UploadsPhotos uploads
                ? calls.upload(slot, uploads, order)
                : new Upload.Ready(order.photo());
    }

    /** Empty when it was held up until the order was out of date, and has to enter again. */
    private Optional<Duration> departed(ProductionRun run, Attempt attempt, Errand errand)
            throws InterruptedException {
        long writtenAt = around.waits().nanoTime();
        Supplier<Optional<Duration>> once =
                around.tracing().here(() -> sentOnce(run, attempt, errand));
        Optional<Duration> sent = departures.escort(once);
        while (sent.isEmpty() && around.waits().nanoTime() - writtenAt < FRESH.toNanos()) {
            if (!errand.passage().enter()) {
                return Optional.of(notWanted(run, attempt));
            }
            sent = departures.escort(once);
        }
        return sent;
    }

    /** Empty when the account gets no order now: then nothing has happened. */
    private Optional<Duration> sentOnce(ProductionRun run, Attempt attempt, Errand errand) {
        if (run.closing().isPresent() && attempt.mandate() != Mandate.OPERATOR) {
            return Optional.of(notWanted(run, attempt));
        }
        detours.refresh();
        boolean goes =
                switch (detours.of(run, attempt)) {
                    case Detours.Way.Elsewhere _, Detours.Way.Wait _ -> false;
                    case Detours.Way.Open _ -> detours.admits(attempt);
                };
        if (!goes) {
            errand.passage().stepBack();
            return Optional.empty();
        }
        long asked = around.waits().nanoTime();
        Instant startedAt = around.now();
        Attempt sending = attempt.in(new AttemptState.Sending(startedAt));
        return switch (permits.use(sending, errand.slot().limits())) {
            case Departure.HeldUp why -> {
                detours.unused(attempt);
                errand.passage().heldUp(why);
                yield Optional.empty();
            }
            case Departure.Lost _ -> {
                detours.unused(attempt);
                throw new LostRace(attempt.id());
            }
            case Departure.Granted _ -> {
                run.moved(sending);
                around.pass(Failpoint.C4);
                errand.passage().departed();
                yield Optional.of(
                        around.waits().nanoTime() - asked > SEND_GRACE.toNanos()
                                ? tooLate(run, sending)
                                : answered(run, sending, startedAt, errand));
            }
        };
    }

    private Duration tooLate(ProductionRun run, Attempt sending) {
        detours.unused(sending);
        return notSent(run, sending, "writing it down took too long");
    }

    private Duration answered(
            ProductionRun run, Attempt sending, Instant startedAt, Errand errand) {
        long sentAt = around.waits().nanoTime();
        Submission answer = calls.submit(errand.slot(), errand.order());
        Duration took = Duration.ofNanos(around.waits().nanoTime() - sentAt);
        Optional<Closure> pause = errand.passage().answered(answer, took, errand.quota());
        Duration checkAfter = answers.record(run, sending, startedAt, answer);
        pause.ifPresent(closure -> permits.close(sending.provider(), around.now(), closure));
        return checkAfter;
    }

    private Duration notWanted(ProductionRun run, Attempt attempt) {
        detours.refusal(run, attempt).ifPresent(why -> settlement.notSent(run, attempt, why));
        return Duration.ZERO;
    }

    /**
     * An order ready to leave.
     *
     * @param slot who gets it
     * @param order what it says
     * @param passage its way through the gate
     */
    private record Errand(ProviderSlot slot, Order order, Passage passage) {
        Optional<Quota> quota() {
            return slot.provider() instanceof TellsQuota tells ? tells.quota() : Optional.empty();
        }
    }

    private Duration notSent(ProductionRun run, Attempt attempt, String why) {
        settlement.notSent(run, attempt, ProviderFailure.of(FailureKind.UNAVAILABLE, why));
        return Duration.ZERO;
    }
}
