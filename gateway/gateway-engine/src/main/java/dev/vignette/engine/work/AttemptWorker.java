package dev.vignette.engine.work;

import dev.vignette.engine.Observations;
import dev.vignette.engine.Surroundings;
import dev.vignette.engine.UnknownOutcome;
import dev.vignette.engine.route.ProviderSlot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.Cancels;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.store.ProductionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees one attempt to its end. The switch in {@link #step} is the whole story; after a crash the
 * same switch begins at the state that was written last.
 */
final class AttemptWorker {
    private static final Logger LOG = LoggerFactory.getLogger(AttemptWorker.class);
    private static final Duration UNTIL_CONFIGURED = Duration.ofSeconds(30);

    /** No job of any provider takes that long; then an operator has to look. */
    private static final Duration LONGEST_JOB = Duration.ofDays(1);

    private final ProductionStore store;
    private final Sender sender;
    private final Settlement settlement;
    private final Turnstiles turnstiles;
    private final Surroundings around;

    AttemptWorker(
            ProductionStore store,
            Sender sender,
            Settlement settlement,
            Turnstiles turnstiles,
            Surroundings around) {
        this.store = store;
        this.sender = sender;
        this.settlement = settlement;
        this.turnstiles = turnstiles;
        this.around = around;
    }

    /** Works until the attempt has ended or has to be left to an operator. */
    void run(ProductionRun run, AttemptId id) throws InterruptedException {
        Job job = new Job();
        try {
            job.found(run, id);
            Instant next = around.now();
            while (next != null) {
                run.pause(next);
                next = step(run, attempt(run, id), job);
            }
        } finally {
            job.leave();
        }
    }

    /**
     * Takes the attempt one step on; the moment for the next one, or {@code null} after the last.
     */
    private @Nullable Instant step(ProductionRun run, Attempt attempt, Job job)
            throws InterruptedException {
        return switch (attempt.state()) {
            case AttemptState.Preparing _ -> prepare(run, attempt, job);
            case AttemptState.Sending sending -> interrupted(run, attempt, sending);
            case AttemptState.Accepted accepted -> check(run, attempt, accepted, job);
            case AttemptState.Unknown unknown -> hold(run, attempt, unknown, job);
            case AttemptState.Review _, AttemptState.Ended _ -> null;
        };
    }

    private Instant prepare(ProductionRun run, Attempt attempt, Job job)
            throws InterruptedException {
        ProviderSlot slot = around.inForce().providers().get(attempt.provider());
        if (slot == null) {
            ProviderFailure failure =
                    ProviderFailure.of(
                            FailureKind.UNAVAILABLE, "the provider is not configured any more");
            settlement.notSent(run, attempt, failure);
            return around.now();
        }
        job.place = run.closing().isPresent() ? null : turnstiles.of(slot).enter(run);
        if (job.place == null) {
            settlement.notSent(run, attempt, closed(run));
            return around.now();
        }
        return around.now().plus(sender.send(run, attempt));
    }

    /** Found so after a restart: the order may have arrived, and is never sent a second time. */
    private Instant interrupted(ProductionRun run, Attempt attempt, AttemptState.Sending sending) {
        String note = "the gateway stopped while the order was on its way";
        LOG.warn(
                "{}: attempt {} at {} has an unknown outcome ({}); it is not sent again",
                run.production().source(),
                attempt.number(),
                attempt.provider(),
                note);
        move(run, attempt.in(new AttemptState.Unknown(sending.startedAt(), note)));
        return around.now();
    }

    private Instant check(
            ProductionRun run, Attempt attempt, AttemptState.Accepted accepted, Job job) {
        Instant now = around.now();
        if (now.isAfter(accepted.startedAt().plus(LONGEST_JOB))) {
            String note = "not finished a day after it was sent";
            move(run, attempt.in(new AttemptState.Review(accepted.startedAt(), now, note)));
            return now;
        }
        ProviderSlot slot = around.inForce().providers().get(attempt.provider());
        if (slot == null) {
            job.warn("{}: {} is not configured; its job is looked at when it is", run, attempt);
            return now.plus(UNTIL_CONFIGURED);
        }
        if (run.closing().isPresent() && slot.provider() instanceof Cancels cancels) {
            job.cancelOnce(
                    () -> timed(slot, Observations.Call.CANCEL, () -> cancel(cancels, accepted)));
        }
        Progress progress =
                timed(slot, Observations.Call.CHECK, () -> slot.provider().check(accepted.task()));
        return switch (progress) {
            case Progress.Working(Duration after) -> next(slot, after);
            case Progress.Unreadable(ProviderFailure failure, Duration after) -> {
                job.warn(
                        "{}: looking at the job at {} failed (" + failure.kind() + ")",
                        run,
                        attempt);
                yield next(slot, after);
            }
            case Progress.Finished(var delivery) -> {
                settlement.delivered(run, attempt, accepted.startedAt(), accepted.task(), delivery);
                yield around.now();
            }
            case Progress.Ended(var failure, var usage) -> {
                settlement.failed(
                        run, attempt, accepted.startedAt(), accepted.task(), failure, usage);
                yield around.now();
            }
        };
    }

    private static boolean cancel(Cancels cancels, AttemptState.Accepted accepted) {
        cancels.cancel(accepted.task());
        return true;
    }

    /**
     * Nobody knows, so nothing is bought again; when nobody waits any more an operator has to look.
     */
    private @Nullable Instant hold(
            ProductionRun run, Attempt attempt, AttemptState.Unknown unknown, Job job) {
        job.leave();
        Instant now = around.now();
        if (run.closing().isEmpty() && around.inForce().unknownOutcome() == UnknownOutcome.HOLD) {
            return now.plus(LONGEST_JOB);
        }
        Attempt review =
                attempt.in(new AttemptState.Review(unknown.startedAt(), now, unknown.note()));
        move(run, review);
        around.observations().attemptEnded(review);
        LOG.warn(
                "{}: attempt {} at {} is left for review: {}",
                run.production().source(),
                attempt.number(),
                attempt.provider(),
                unknown.note());
        return null;
    }

    private Instant next(ProviderSlot slot, Duration proposed) {
        return around.now().plus(turnstiles.pace(slot, proposed));
    }

    private void move(ProductionRun run, Attempt next) {
        if (!store.advance(next)) {
            throw new LostRace(next.id());
        }
        run.moved(next);
    }

    private <T> T timed(ProviderSlot slot, Observations.Call call, Supplier<T> work) {
        Instant before = around.now();
        try {
            return work.get();
        } finally {
            around.observations()
                    .called(slot.provider().name(), call, Duration.between(before, around.now()));
        }
    }

    private static ProviderFailure closed(ProductionRun run) {
        return run.closing().orElse(Closing.DEADLINE) == Closing.CANCELED
                ? ProviderFailure.of(FailureKind.CANCELED, "called off before it was sent")
                : ProviderFailure.of(
                        FailureKind.DEADLINE, "its time was over before there was a free place");
    }

    private static Attempt attempt(ProductionRun run, AttemptId id) {
        return run.production().attempts().stream()
                .filter(attempt -> attempt.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What one worker remembers of the job while it sees to it. */
    private final class Job {
        private Turnstile.@Nullable Place place;
        private boolean canceled;
        private boolean warned;

        /** A job that is at the provider already takes its place without waiting. */
        void found(ProductionRun run, AttemptId id) {
            Attempt attempt = attempt(run, id);
            ProviderSlot slot = around.inForce().providers().get(attempt.provider());
            if (attempt.state() instanceof AttemptState.Accepted && slot != null) {
                place = turnstiles.of(slot).occupy();
            }
        }

        void leave() {
            if (place != null) {
                place.leave();
            }
        }

        void cancelOnce(Supplier<Boolean> cancel) {
            if (!canceled) {
                canceled = cancel.get();
            }
        }

        void warn(String message, ProductionRun run, Attempt attempt) {
            if (!warned) {
                warned = true;
                LOG.warn(message, run.production().source(), attempt.provider());
            }
        }
    }
}
