package dev.vignette.engine.work;

import dev.vignette.engine.reconcile.Horizons;
import dev.vignette.engine.route.Demand;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.route.Routing.Routed;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.id.AttemptId;
import dev.vignette.money.Money;
import dev.vignette.store.Allowance;
import dev.vignette.store.EvidenceStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Buys again what is presumed lost, where the operator allows it and within the budget he gave for
 * what may be bought twice. Without a known price there is no telling what that would cost, and
 * when anything speaks for the lost order it is not replaced.
 */
final class Resubmission {
    private static final Duration BUDGET_PERIOD = Duration.ofDays(1);

    private final Router router;
    private final Purchases purchases;
    private final EvidenceStore evidence;
    private final Horizons horizons;
    private final Surroundings around;

    Resubmission(Router router, Purchases purchases, EvidenceStore evidence, Surroundings around) {
        this.router = router;
        this.purchases = purchases;
        this.evidence = evidence;
        this.horizons = new Horizons(around);
        this.around = around;
    }

    /** The purchase that replaces a lost one, or empty when there is none to make. */
    Optional<Move> of(Production production) {
        Policy policy = around.inForce();
        Optional<Money> budget = policy.duplicateBudget();
        if (policy.unknownOutcome() != UnknownOutcome.RESUBMIT || budget.isEmpty()) {
            return Optional.empty();
        }
        return production.attempts().stream()
                .filter(attempt -> isPresumedLost(production, attempt))
                .filter(attempt -> isLatest(production, attempt))
                .filter(attempt -> nothingSpeaksFor(attempt.id()))
                .findFirst()
                .flatMap(lost -> replaced(policy, production, lost, budget.get()));
    }

    private Optional<Move> replaced(
            Policy policy, Production production, Attempt lost, Money budget) {
        Demand demand = Demand.of(production, lost.pictures(), policy.prices());
        return router.retry(policy, demand, lost.provider(), Reason.RESUBMISSION)
                .flatMap(routed -> bought(production, lost, routed, budget));
    }

    /** Empty when nobody knows what it would cost. */
    private Optional<Move> bought(
            Production production, Attempt lost, Routed routed, Money budget) {
        List<Integer> missing =
                IntStream.range(0, lost.pictures())
                        .mapToObj(place -> lost.firstPicture() + place)
                        .toList();
        List<Attempt> attempts =
                purchases.of(
                        production.id(),
                        production.request(),
                        routed.chosen(),
                        missing,
                        production.attempts().size() + 1);
        if (attempts.stream().anyMatch(attempt -> attempt.atRisk() == null)) {
            return Optional.empty();
        }
        Allowance allowance = new Allowance(around.now().minus(BUDGET_PERIOD), budget);
        return Optional.of(
                new Move.Buy(
                        attempts.stream().map(Attempt::resubmitted).toList(),
                        routed.why(),
                        Optional.of(allowance)));
    }

    /** In review alone says nothing: whoever left it there may only have had no time left. */
    private boolean isPresumedLost(Production production, Attempt attempt) {
        return attempt.state() instanceof AttemptState.Review review
                && !around.now().isBefore(horizons.of(production, attempt, review.until()));
    }

    private static boolean isLatest(Production production, Attempt attempt) {
        return production.attempts().stream()
                .filter(other -> other.firstPicture() == attempt.firstPicture())
                .noneMatch(other -> other.number() > attempt.number());
    }

    private boolean nothingSpeaksFor(AttemptId attempt) {
        return evidence.of(attempt).stream()
                .noneMatch(seen ->
                        switch (seen.kind()) {
                            case PHOTO_FETCHED, WEBHOOK, LISTED, ALIKE, AMBIGUOUS -> true;
                            case ABSENT, RESTORED, HORIZON -> false;
                        });
    }
}
