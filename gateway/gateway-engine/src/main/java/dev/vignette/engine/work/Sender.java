package dev.vignette.engine.work;

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

    /** How long to wait while other gateways use all of an account's places. */
    private static final Duration UNTIL_ROOM = Duration.ofMillis(250);

    private final Permits permits;
    private final Router router;
    private final OrderDesk orders;
    private final Settlement settlement;
    private final ProviderCalls calls;
    private final Departures departures;
    private final Answers answers;
    private final Surroundings around;

    Sender(
            Permits permits,
            Router router,
            OrderDesk orders,
            Settlement settlement,
            ProviderCalls calls,
            Departures departures,
            Answers answers,
            Surroundings around) {
        this.permits = permits;
        this.router = router;
        this.orders = orders;
        this.settlement = settlement;
        this.calls = calls;
        this.departures = departures;
        this.answers = answers;
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
        ProviderSlot slot = choice.get().slot();
        Order order;
        try {
            order = orders.write(production, attempt, choice.get());
        } catch (StoreUnavailable e) {
            LOG.warn("{}: nothing was sent, it will be tried again", production.source(), e);
            return notSent(run, attempt, "the reference photo could not be read");
        }
        return switch (uploaded(slot, order)) {
            case Upload.Failed(ProviderFailure failure) -> {
                settlement.notSent(run, attempt, failure);
                yield Duration.ZERO;
            }
            case Upload.Ready(var photo) -> send(run, attempt, slot, order.with(photo));
        };
    }

    private Upload uploaded(ProviderSlot slot, Order order) {
        return slot.provider() instanceof UploadsPhotos uploads
                ? calls.upload(slot, uploads, order)
                : new Upload.Ready(order.photo());
    }

    private Duration send(ProductionRun run, Attempt attempt, ProviderSlot slot, Order order)
            throws InterruptedException {
        Supplier<Optional<Duration>> once =
                around.tracing().here(() -> sentOnce(run, attempt, slot, order));
        Optional<Duration> sent = departures.escort(once);
        while (sent.isEmpty()) {
            around.waits().pause(UNTIL_ROOM);
            sent = departures.escort(once);
        }
        return sent.get();
    }

    /** Empty when the account has no place free: then nothing has happened. */
    private Optional<Duration> sentOnce(
            ProductionRun run, Attempt attempt, ProviderSlot slot, Order order) {
        Optional<Closing> closing = run.closing();
        if (closing.isPresent() && attempt.mandate() != Mandate.OPERATOR) {
            settlement.notSent(run, attempt, closing.get().failure());
            return Optional.of(Duration.ZERO);
        }
        long asked = around.waits().nanoTime();
        Instant startedAt = around.now();
        Attempt sending = attempt.in(new AttemptState.Sending(startedAt));
        Departure permit = permits.use(sending, slot.limits().inFlight());
        return switch (permit) {
            case FULL -> Optional.empty();
            case LOST -> throw new LostRace(attempt.id());
            case GRANTED -> {
                run.moved(sending);
                around.pass(Failpoint.C4);
                yield Optional.of(
                        around.waits().nanoTime() - asked > SEND_GRACE.toNanos()
                                ? notSent(run, sending, "writing it down took too long")
                                : answers.record(
                                        run, sending, startedAt, calls.submit(slot, order)));
            }
        };
    }

    private Duration notSent(ProductionRun run, Attempt attempt, String why) {
        settlement.notSent(run, attempt, ProviderFailure.of(FailureKind.UNAVAILABLE, why));
        return Duration.ZERO;
    }
}
