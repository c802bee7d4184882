package dev.vignette.engine.reconcile;

import dev.vignette.engine.price.Charges;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Evidence;
import dev.vignette.generation.Orphan;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.AttemptQuery;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.Planned;
import dev.vignette.store.ProductionStore;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets operators see attempts across all clients, and decide about those that nobody knows of. */
public final class Reviews {
    private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);
    private static final Set<Evidence.Kind> NAMES_A_JOB =
            Set.of(
                    Evidence.Kind.LISTED,
                    Evidence.Kind.ALIKE,
                    Evidence.Kind.AMBIGUOUS,
                    Evidence.Kind.WEBHOOK,
                    Evidence.Kind.HORIZON);

    private final Desk desk;
    private final Binding binding;
    private final Charges charges;
    private final Ids ids;
    private final Surroundings around;

    /**
     * @param desk what is looked up and written
     * @param binding ties jobs to attempts
     * @param charges prices what is decided
     * @param ids names attempts
     * @param around what everything lives in
     */
    Reviews(Desk desk, Binding binding, Charges charges, Ids ids, Surroundings around) {
        this.desk = desk;
        this.binding = binding;
        this.charges = charges;
        this.ids = ids;
        this.around = around;
    }

    /**
     * What is looked up and written.
     *
     * @param attempts finds attempts
     * @param productions moves them
     * @param evidence what was seen of them
     * @param trail what operators did
     * @param recall has their productions worked on again
     */
    record Desk(
            AttemptStore attempts,
            ProductionStore productions,
            EvidenceStore evidence,
            AuditTrail trail,
            Recall recall) {}

    /**
     * An attempt with all that is known of it.
     *
     * @param attempt the attempt
     * @param production what it buys for
     * @param evidence what was seen of it, oldest first
     * @param trail what operators did, oldest first
     */
    public record Reviewed(
            Attempt attempt,
            Production production,
            List<Evidence> evidence,
            List<AuditEntry> trail) {}

    /** What an operator may decide. */
    public enum Action {
        /** It was bought: its job is seen to when one is known, else it is charged and lost. */
        ACCEPT,
        /** It is given up and ordered once more. */
        RETRY,
        /** It is given up; what it cost stays unknown. */
        WRITE_OFF;

        /**
         * The action of that name.
         *
         * @throws IllegalArgumentException when there is none
         */
        public static Action of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }

        /** The name on the wire, for example {@code write_off}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an operator decides.
     *
     * @param operator the client that calls
     * @param action what is to become of it
     * @param reason why, in his words
     * @param job the provider's job, when he knows it; {@code null} otherwise
     */
    public record Decision(String operator, Action action, String reason, @Nullable String job) {}

    /** What became of a decision. */
    public sealed interface Settled {
        /** It was carried out. */
        record Done(Reviewed reviewed) implements Settled {}

        /** There is no such attempt. */
        record None() implements Settled {}

        /** Nothing is to be decided about it. */
        record NotInReview(Reviewed reviewed) implements Settled {}

        /** It names several jobs; the decision has to say which. */
        record Which(List<String> jobs) implements Settled {}
    }

    /** A page of attempts. */
    public List<Reviewed> list(AttemptQuery query) {
        return desk.attempts().list(query).stream().map(this::reviewed).toList();
    }

    /** The attempt, or empty when there is none of that id. */
    public Optional<Reviewed> find(AttemptId id) {
        return desk.attempts().find(id).map(this::reviewed);
    }

    /** Jobs that are ours and that no production is known for, newest first. */
    public List<Orphan> orphans(int limit) {
        return desk.attempts().orphans(limit);
    }

    /** Carries a decision out, once: the attempt has to be in review. */
    public Settled settle(AttemptId id, Decision decision) {
        Optional<Reviewed> found = find(id);
        if (found.isEmpty()) {
            return new Settled.None();
        }
        Reviewed reviewed = found.get();
        if (!(reviewed.attempt().state() instanceof AttemptState.Review review)) {
            return new Settled.NotInReview(reviewed);
        }
        List<String> jobs = jobs(reviewed, decision);
        if (decision.action() == Action.ACCEPT && jobs.size() > 1) {
            return new Settled.Which(jobs);
        }
        desk.trail()
                .write(
                        new AuditEntry(
                                around.now(),
                                decision.operator(),
                                "settle_" + decision.action().wireName(),
                                id.value(),
                                decision.reason()));
        LOG.info("{}: {} by {}", id, decision.action().wireName(), decision.operator());
        boolean done =
                switch (decision.action()) {
                    case ACCEPT ->
                            jobs.isEmpty()
                                    ? charged(reviewed, review)
                                    : binding.bind(id, TaskHandle.of(jobs.getFirst()));
                    case RETRY -> writtenOff(reviewed, review, decision) && ordered(reviewed);
                    case WRITE_OFF -> writtenOff(reviewed, review, decision);
                };
        Reviewed now = find(id).orElseThrow();
        return done ? new Settled.Done(now) : new Settled.NotInReview(now);
    }

    private static List<String> jobs(Reviewed reviewed, Decision decision) {
        if (decision.job() != null) {
            return List.of(decision.job());
        }
        return reviewed.evidence().stream()
                .filter(seen -> NAMES_A_JOB.contains(seen.kind()))
                .map(Evidence::task)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private boolean charged(Reviewed reviewed, AttemptState.Review review) {
        Attempt lost =
                ended(reviewed.attempt(), review, "accepted as bought; its job is not known");
        return concluded(lost, charges.presumed(reviewed.production(), lost));
    }

    private boolean writtenOff(Reviewed reviewed, AttemptState.Review review, Decision decision) {
        Attempt lost = ended(reviewed.attempt(), review, decision.action().wireName());
        return concluded(lost, charges.unknown(reviewed.production(), lost));
    }

    private Attempt ended(Attempt attempt, AttemptState.Review review, String note) {
        return attempt.in(new AttemptState.WrittenOff(review.startedAt(), around.now(), note));
    }

    private boolean concluded(Attempt ended, Charge charge) {
        boolean done = desk.productions().conclude(ended, charge, List.of());
        desk.recall().changed(ended.production());
        return done;
    }

    /** The order goes out once more, to the same provider, whoever still waits for it. */
    private boolean ordered(Reviewed reviewed) {
        Attempt given = reviewed.attempt();
        Planned planned = Planned.OUTDATED;
        while (planned == Planned.OUTDATED) {
            Production production = desk.productions().find(given.production()).orElseThrow();
            Attempt again =
                    given.again(
                                    ids.attempt(),
                                    production.attempts().size() + 1,
                                    new AttemptState.Preparing())
                            .byOperator();
            planned =
                    desk.productions()
                            .plan(
                                    production.id(),
                                    List.of(again),
                                    RoutingRecord.byOperator(
                                            around.now(), again.provider(), again.pictures()),
                                    Optional.empty(),
                                    List.of());
        }
        desk.recall().changed(given.production());
        return true;
    }

    private Reviewed reviewed(Attempt attempt) {
        return new Reviewed(
                attempt,
                desk.productions().find(attempt.production()).orElseThrow(),
                desk.evidence().of(attempt.id()),
                desk.trail().of(attempt.id().value()));
    }
}
