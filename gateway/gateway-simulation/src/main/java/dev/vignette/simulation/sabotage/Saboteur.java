package dev.vignette.simulation.sabotage;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Evidence;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Budget;
import dev.vignette.provider.Limits;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.Departure;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.Proposal;
import dev.vignette.tck.memory.Backup;
import dev.vignette.tck.memory.MemoryRows;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/** Replaces the parts of one gateway in which the bug is planted, and leaves all others alone. */
public final class Saboteur {
    private static final long FAST = 100;
    private static final int LOST = 3;
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    private final Sabotage sabotage;
    private final Map<AttemptId, Attempt> unwritten = new HashMap<>();
    private final Deque<Backup> backups = new ArrayDeque<>();

    /** Plants that one. */
    public Saboteur(Sabotage sabotage) {
        this.sabotage = sabotage;
    }

    /** Where attempts are kept. */
    public AttemptStore attempts(AttemptStore store, ProductionStore productions) {
        return switch (sabotage) {
            case INTENT_AFTER_POST ->
                    Replaced.method(
                            AttemptStore.class,
                            store,
                            "depart",
                            arguments -> {
                                Attempt sending = (Attempt) arguments[0];
                                unwritten.put(sending.id(), sending);
                                return new Departure.Granted();
                            });
            case VERSIONS_IGNORED ->
                    Replaced.method(
                            AttemptStore.class,
                            store,
                            "depart",
                            arguments ->
                                    store.depart(
                                            current(productions, (Attempt) arguments[0]),
                                            (Limits) arguments[1]));
            default -> store;
        };
    }

    /** Where productions are kept. */
    public ProductionStore productions(ProductionStore store, AttemptStore attempts) {
        return switch (sabotage) {
            case INTENT_AFTER_POST ->
                    Replaced.before(
                            ProductionStore.class,
                            store,
                            arguments -> writeDown(attempts, arguments));
            case VERSIONS_IGNORED ->
                    Replaced.method(
                            ProductionStore.class,
                            store,
                            "advance",
                            arguments -> store.advance(current(store, (Attempt) arguments[0])));
            case RISK_FORGOTTEN -> forgetful(store);
            default -> store;
        };
    }

    @SuppressWarnings("unchecked") // the method takes a list of attempts
    private static ProductionStore forgetful(ProductionStore store) {
        return Replaced.method(
                ProductionStore.class,
                store,
                "plan",
                arguments ->
                        store.plan(
                                (ProductionId) arguments[0],
                                (List<Attempt>) arguments[1],
                                (RoutingRecord) arguments[2],
                                Optional.empty(),
                                (List<Budget>) arguments[4]));
    }

    private void writeDown(AttemptStore attempts, Object... arguments) {
        if (arguments.length > 0 && arguments[0] instanceof Attempt attempt) {
            Attempt sending = unwritten.remove(attempt.id());
            if (sending != null) {
                attempts.depart(sending, Limits.NONE);
            }
        }
    }

    /** The same change, as if it were based on what is there now. */
    private static Attempt current(ProductionStore productions, Attempt next) {
        long version =
                productions
                        .find(next.production())
                        .flatMap(production -> production.attempt(next.id()))
                        .map(Attempt::version)
                        .orElse(0L);
        return new Attempt(
                next.id(),
                next.production(),
                next.number(),
                next.provider(),
                next.adapter(),
                next.model(),
                next.modelVersion(),
                next.firstPicture(),
                next.pictures(),
                next.fit(),
                next.settings(),
                next.mandate(),
                next.atRisk(),
                next.state(),
                next.charge(),
                version + 1);
    }

    /** Where generations are kept. */
    public GenerationStore generations(GenerationStore store, ProductionStore productions) {
        return switch (sabotage) {
            case FOLLOWER_PROMOTED ->
                    Replaced.method(
                            GenerationStore.class,
                            store,
                            "accept",
                            arguments -> store.accept(alone(productions, (Proposal) arguments[0])));
            case BUDGETS_ONLY_READ ->
                    Replaced.method(
                            GenerationStore.class,
                            store,
                            "accept",
                            arguments -> store.accept(unlimited((Proposal) arguments[0])));
            default -> store;
        };
    }

    private static Proposal unlimited(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Take take -> take;
            case Proposal.Buy buy ->
                    new Proposal.Buy(
                            buy.generation(),
                            buy.production(),
                            buy.why(),
                            List.of(),
                            buy.joins(),
                            buy.claim());
        };
    }

    private static Proposal alone(ProductionStore productions, Proposal proposal) {
        if (!(proposal instanceof Proposal.Buy buy)) {
            return proposal;
        }
        boolean inDoubt =
                productions
                        .inFlight(buy.production().key())
                        .flatMap(productions::find)
                        .filter(Saboteur::inDoubt)
                        .isPresent();
        return inDoubt
                ? new Proposal.Buy(
                        buy.generation(),
                        buy.production(),
                        buy.why(),
                        buy.budgets(),
                        false,
                        buy.claim())
                : buy;
    }

    private static boolean inDoubt(Production production) {
        return production.attempts().stream()
                .map(Attempt::state)
                .anyMatch(AttemptState.Unknown.class::isInstance);
    }

    /** Where evidence is kept. */
    public EvidenceStore evidence(EvidenceStore store) {
        return sabotage == Sabotage.ABSENT_AFTER_ONE_SCAN
                ? Replaced.method(
                        EvidenceStore.class,
                        store,
                        "of",
                        arguments -> withEarlierScan(store.of((AttemptId) arguments[0])))
                : store;
    }

    private static List<Evidence> withEarlierScan(List<Evidence> seen) {
        List<Evidence> twice = new ArrayList<>(seen);
        seen.stream()
                .filter(one -> one.kind() == Evidence.Kind.ABSENT)
                .map(one ->
                        new Evidence(
                                one.attempt(),
                                one.at().minus(LONG_AGO),
                                one.kind(),
                                one.task(),
                                one.detail()))
                .forEach(twice::add);
        return twice;
    }

    /** How time passes: for the permit not at all, or too fast for whoever watches a doubt. */
    public Waits waits(Waits waits) {
        return switch (sabotage) {
            case GRACE_SKIPPED -> timed(waits, ".Sender", _ -> 0L);
            case ABSENT_AFTER_ONE_SCAN -> timed(waits, ".Rounds", time -> time * FAST);
            case null, default -> waits;
        };
    }

    private static Waits timed(Waits waits, String whose, LongUnaryOperator changed) {
        return Replaced.method(
                Waits.class,
                waits,
                "nanoTime",
                _ -> {
                    long time = waits.nanoTime();
                    return isAsked(whose) ? changed.applyAsLong(time) : time;
                });
    }

    /** Whether that class of the engine asks, itself. */
    private static boolean isAsked(String by) {
        return StackWalker.getInstance()
                .walk(frames ->
                        frames.map(StackWalker.StackFrame::getClassName)
                                .filter(name -> name.startsWith("dev.vignette.engine."))
                                .findFirst())
                .filter(name -> name.endsWith(by))
                .isPresent();
    }

    /** Something was committed, though perhaps not to the disk. */
    public void committed(MemoryRows rows) {
        if (sabotage == Sabotage.COMMITS_LOST) {
            backups.addLast(rows.backup());
            if (backups.size() > LOST) {
                backups.removeFirst();
            }
        }
    }

    /** The rows as they are after a power failure, or empty when nothing is lost. */
    public Optional<Backup> beforeLastCommits() {
        return Optional.ofNullable(backups.peekFirst());
    }
}
