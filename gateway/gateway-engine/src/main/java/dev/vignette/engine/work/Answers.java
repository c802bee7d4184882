package dev.vignette.engine.work;

import dev.vignette.engine.reconcile.Binding;
import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.ProductionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of an order, whatever it takes: an answer is money. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int MOST_TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final ProductionStore store;
    private final AttemptStore attempts;
    private final Settlement settlement;
    private final Binding binding;
    private final Surroundings around;

    Answers(
            ProductionStore store,
            AttemptStore attempts,
            Settlement settlement,
            Binding binding,
            Surroundings around) {
        this.store = store;
        this.attempts = attempts;
        this.settlement = settlement;
        this.binding = binding;
        this.around = around;
    }

    /**
     * Writes it down. An answer that cannot be written down would be a paid job nobody knows: it is
     * tried again.
     *
     * @return how long to leave the job alone when it was accepted, else zero
     */
    Duration record(ProductionRun run, Attempt sending, Instant startedAt, Submission submission) {
        around.pass(submission instanceof Submission.Finished ? Failpoint.C21 : Failpoint.C7);
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return recordOrBind(run, sending, startedAt, submission);
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
            uninterrupted(pause);
            pause = pause.multipliedBy(2);
        }
        return recordOrBind(run, sending, startedAt, submission);
    }

    /**
     * The provider may have called before its answer was here, and somebody who took this gateway
     * for dead may have moved the attempt on.
     */
    private Duration recordOrBind(
            ProductionRun run, Attempt sending, Instant startedAt, Submission submission) {
        try {
            return recorded(run, sending, startedAt, submission);
        } catch (LostRace lost) {
            Optional<Attempt> moved =
                    attempts.find(sending.id()).filter(attempt -> goesOn(attempt, submission));
            if (moved.isPresent()) {
                return recorded(run, moved.get(), startedAt, submission);
            }
            task(submission).ifPresent(task -> binding.bind(sending.id(), task));
            throw lost;
        }
    }

    /** Whether what the answer says is still to be written down for that very attempt. */
    private static boolean goesOn(Attempt attempt, Submission submission) {
        Optional<TaskHandle> known = attempt.task();
        return attempt.inDoubt()
                || (!attempt.ended() && known.isPresent() && known.equals(task(submission)));
    }

    private Duration recorded(
            ProductionRun run, Attempt sending, Instant startedAt, Submission submission) {
        switch (submission) {
            case Submission.Accepted(var task, Duration checkAfter) -> {
                if (sending.state() instanceof AttemptState.Accepted) {
                    run.moved(sending);
                } else {
                    move(run, sending.in(new AttemptState.Accepted(startedAt, task)));
                }
                around.pass(Failpoint.C8);
                return checkAfter;
            }
            case Submission.Finished(var task, var delivery) ->
                    settlement.delivered(run, sending, startedAt, task, delivery);
            case Submission.Ended(var task, var failure, var usage) ->
                    settlement.failed(run, sending, startedAt, task, failure, usage);
            case Submission.Refused(var failure) ->
                    settlement.refused(run, sending, startedAt, failure);
            case Submission.NotSent(var failure) -> settlement.notSent(run, sending, failure);
            case Submission.Unknown(String note) -> unknown(run, sending, startedAt, note);
        }
        return Duration.ZERO;
    }

    private void unknown(ProductionRun run, Attempt sending, Instant startedAt, String note) {
        LOG.warn(
                "{}: attempt {} at {} has an unknown outcome ({}); it is not sent again",
                run.production().source(),
                sending.number(),
                sending.provider(),
                note);
        if (sending.state() instanceof AttemptState.Sending) {
            move(run, sending.in(new AttemptState.Unknown(startedAt, around.now(), note)));
        }
    }

    private void move(ProductionRun run, Attempt next) {
        if (!store.advance(next)) {
            throw new LostRace(next.id());
        }
        run.moved(next);
    }

    private void uninterrupted(Duration pause) {
        try {
            around.waits().pause(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does; the next try comes at once then
        }
    }

    private static Optional<TaskHandle> task(Submission submission) {
        return switch (submission) {
            case Submission.Accepted accepted -> Optional.of(accepted.task());
            case Submission.Finished finished -> Optional.of(finished.task());
            case Submission.Ended ended -> Optional.of(ended.task());
            case Submission.Refused _, Submission.NotSent _, Submission.Unknown _ ->
                    Optional.empty();
        };
    }
}
