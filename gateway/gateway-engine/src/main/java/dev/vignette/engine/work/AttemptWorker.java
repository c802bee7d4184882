package dev.vignette.engine.work;

import dev.vignette.engine.limit.Gates;
import dev.vignette.engine.limit.Passage;
import dev.vignette.engine.limit.Visitor;
import dev.vignette.engine.order.Admission;
import dev.vignette.engine.reconcile.Horizons;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.engine.work.ProductionRun.Sight;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Evidence;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.ProductionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    private static final Duration UNTIL_ADMITTED = Duration.ofSeconds(1);

    /** No job of any provider takes that long; then an operator has to look. */
    private static final Duration LONGEST_JOB = Duration.ofDays(1);

    private static final ProviderFailure NOT_CONFIGURED =
            ProviderFailure.of(FailureKind.UNAVAILABLE, "The provider is not configured any more.");

    private final ProductionStore store;
    private final Looks looks;
    private final Sender sender;
    private final Settlement settlement;
    private final Gates gates;
    private final Admission admission;
    private final Detours detours;
    private final Horizons horizons;
    private final EvidenceStore evidence;
    private final Surroundings around;

    AttemptWorker(
            ProductionStore store,
            Looks looks,
            Sender sender,
            Settlement settlement,
            Gates gates,
            Admission admission,
            Detours detours,
            Horizons horizons,
            EvidenceStore evidence,
            Surroundings around) {
        this.store = store;
        this.looks = looks;
        this.sender = sender;
        this.settlement = settlement;
        this.gates = gates;
        this.admission = admission;
        this.detours = detours;
        this.horizons = horizons;
        this.evidence = evidence;
        this.around = around;
    }

    /** Works until the attempt has ended or has to be left to an operator. */
    void run(ProductionRun run, AttemptId id) throws InterruptedException {
        Job job = new Job();
        Sight seen = run.sight(id);
        try (var _ = around.tracing().attempt(seen.attempt())) {
            found(run, seen.attempt(), job);
            Instant next = around.now();
            while (next != null) {
                run.pause(next, seen);
                long known = seen.looks();
                seen = run.sight(id);
                detours.refresh();
                next = step(run, seen.attempt(), job.called(seen.looks() != known));
                if (seen.attempt().state() instanceof AttemptState.Preparing) {
                    seen = seen.with(run.sight(id).attempt()); // what it sent itself is no news
                }
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
            settlement.notSent(run, attempt, NOT_CONFIGURED);
            return around.now();
        }
        while (admission.closed().isPresent() && run.closing().isEmpty()) {
            job.warn("gets no orders now: " + reason(), run.production(), attempt);
            run.pause(UNTIL_ADMITTED);
        }
        Optional<ProviderFailure> detour = waitForTheWay(run, attempt, job);
        if (detour.isPresent()) {
            settlement.notSent(run, attempt, detour.get());
            return around.now();
        }
        Passage passage = job.take(gates.of(slot).passage(visitor(run, attempt)));
        if (passage.enter()) {
            return around.now().plus(job.proposed(sender.send(run, attempt, passage)));
        }
        detours.refusal(run, attempt).ifPresent(why -> settlement.notSent(run, attempt, why));
        return around.now();
    }

    /** Why it is not to go to its provider, or empty when it may, or its time is over. */
    private Optional<ProviderFailure> waitForTheWay(ProductionRun run, Attempt attempt, Job job)
            throws InterruptedException {
        while (run.closing().isEmpty()) {
            detours.refresh();
            switch (detours.of(run, attempt)) {
                case Detours.Way.Open _ -> {
                    return Optional.empty();
                }
                case Detours.Way.Elsewhere(ProviderFailure why) -> {
                    return Optional.of(why);
                }
                case Detours.Way.Wait(String why) -> {
                    job.warn("gets no orders now: " + why, run.production(), attempt);
                    run.pause(UNTIL_ADMITTED);
                }
            }
        }
        return Optional.empty();
    }

    /** What an operator ordered is sent also when nobody waits, and does not queue. */
    private Visitor visitor(ProductionRun run, Attempt attempt) {
        Production production = run.production();
        boolean ordered = attempt.mandate() == Mandate.OPERATOR;
        return new Visitor(
                production.client(),
                production.terms().priority(),
                !ordered,
                () -> detours.leaves(run, attempt));
    }

    private String reason() {
        return admission.closed().orElse("it goes on at once");
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
        move(run, attempt.in(new AttemptState.Unknown(sending.startedAt(), around.now(), note)));
        return around.now();
    }

    private @Nullable Instant check(
            ProductionRun run, Attempt attempt, AttemptState.Accepted accepted, Job job) {
        Instant now = around.now();
        Instant startedAt = accepted.startedAt();
        if (now.isAfter(startedAt.plus(LONGEST_JOB))) {
            evidence.note(
                    new Evidence(
                            attempt.id(),
                            now,
                            Evidence.Kind.HORIZON,
                            accepted.task().providerId(),
                            "the job had not ended a day after it was sent"));
            return review(run, attempt, startedAt, now, "not finished a day after it was sent");
        }
        Optional<ProviderSlot> account = around.slot(attempt);
        if (account.isEmpty()) {
            job.warn("is not configured; its job waits", run.production(), attempt);
            return now.plus(UNTIL_CONFIGURED);
        }
        switch (looks.look(run, attempt, accepted, account.get(), job)) {
            case Progress.Working(Duration after) -> {
                return around.now().plus(after);
            }
            case Progress.Unreadable(ProviderFailure failure, Duration after) -> {
                String what = "cannot be asked about the job (" + failure.kind().wireName() + ")";
                job.warn(what, run.production(), attempt);
                return around.now().plus(after);
            }
            case Progress.Finished(var delivery) ->
                    settlement.delivered(run, attempt, startedAt, accepted.task(), delivery);
            case Progress.Ended(var failure, var usage) ->
                    settlement.failed(run, attempt, startedAt, accepted.task(), failure, usage);
        }
        return around.now();
    }

    /**
     * Nobody knows, so nothing is bought again: evidence is looked for elsewhere and changes the
     * attempt when there is any. When nobody waits any more, or nothing more is to be hoped for, an
     * operator may decide.
     */
    private @Nullable Instant hold(
            ProductionRun run, Attempt attempt, AttemptState.Unknown unknown, Job job) {
        job.leave();
        Instant horizon = horizons.of(run.production(), attempt, unknown.until());
        boolean waits =
                run.closing().isEmpty()
                        && around.inForce().unknownOutcome() != UnknownOutcome.FAIL
                        && around.now().isBefore(horizon);
        return waits
                ? horizon
                : review(run, attempt, unknown.startedAt(), unknown.until(), unknown.note());
    }

    private @Nullable Instant review(
            ProductionRun run, Attempt attempt, Instant startedAt, Instant until, String note) {
        Attempt review = attempt.in(new AttemptState.Review(startedAt, until, around.now(), note));
        move(run, review);
        around.observations().attemptEnded(review);
        LOG.warn(
                "{}: attempt {} at {} is left for review: {}",
                run.production().source(),
                attempt.number(),
                attempt.provider(),
                note);
        return null;
    }

    private void move(ProductionRun run, Attempt next) {
        if (!store.advance(next)) {
            throw new LostRace(next.id());
        }
        run.moved(next);
    }

    /** A job that is at the provider already takes its place without waiting. */
    private void found(ProductionRun run, Attempt attempt, Job job) {
        if (attempt.state() instanceof AttemptState.Accepted) {
            around.slot(attempt)
                    .map(slot -> gates.of(slot).passage(visitor(run, attempt)).occupy())
                    .ifPresent(job::take);
        }
    }
}
