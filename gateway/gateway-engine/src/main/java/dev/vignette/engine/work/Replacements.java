package dev.vignette.engine.work;

import static java.util.Comparator.comparing;

import dev.vignette.engine.route.Demand;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.route.Routing.Routed;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.money.Money;
import dev.vignette.store.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds who brings what is missing: the next provider that fits, else whoever refused for a reason
 * that passes, after a pause. Within the deadline, the budgets, and what the request may cost.
 */
final class Replacements {
    private static final Duration BUDGET_PERIOD = Duration.ofDays(1);
    private static final int MOST_ROUNDS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASKED_PAUSE = Duration.ofMinutes(2);

    private final Router router;
    private final Purchases purchases;
    private final Surroundings around;

    Replacements(Router router, Purchases purchases, Surroundings around) {
        this.router = router;
        this.purchases = purchases;
        this.around = around;
    }

    /**
     * What is to be bought, now or at a later moment; empty when nothing more is.
     *
     * @param completes whether what was paid and did not come may be bought again
     */
    Optional<Move> of(Production production, boolean completes) {
        Missing missing = Missing.of(production);
        Policy policy = around.inForce();
        if (missing.nothing()
                || (missing.paid() && !completes)
                || isExhausted(production, policy)) {
            return Optional.empty();
        }
        Demand demand = Demand.of(production, missing.places().size(), policy.prices());
        Set<String> tried =
                production.attempts().stream()
                        .filter(attempt -> !isOutdated(attempt, policy))
                        .map(Attempt::provider)
                        .collect(Collectors.toSet());
        Reason reason = missing.paid() ? Reason.TOP_UP : Reason.FAILOVER;
        return router.next(policy, demand, tried, reason)
                .flatMap(next -> buy(policy, production, missing, next))
                .or(() ->
                        missing.paid()
                                ? Optional.empty()
                                : again(policy, production, missing, demand, tried));
    }

    /** What was not sent under other settings says nothing about who may serve under these. */
    private static boolean isOutdated(Attempt attempt, Policy policy) {
        return attempt.state() instanceof AttemptState.NotSent
                && attempt.settings() != policy.version();
    }

    private boolean isExhausted(Production production, Policy policy) {
        long inVain =
                production.attempts().stream()
                        .filter(attempt -> !isOutdated(attempt, policy))
                        .map(Attempt::state)
                        .filter(AttemptState.Ended.class::isInstance)
                        .filter(state -> !(state instanceof AttemptState.Succeeded))
                        .count();
        return inVain >= policy.failover().attempts()
                || !around.now().isBefore(production.deadline());
    }

    private Optional<Move> buy(
            Policy policy, Production production, Missing missing, Routed routed) {
        List<Attempt> attempts =
                purchases.of(
                        production.id(),
                        production.request(),
                        routed.chosen(),
                        missing.places(),
                        production.attempts().size() + 1);
        return missing.paid()
                ? toppingUp(policy.failover().budget(), attempts, routed)
                : Optional.of(new Move.Buy(attempts, routed.why(), Optional.empty()));
    }

    /** Within a budget for that; empty when there is one and nobody knows what they would cost. */
    private Optional<Move> toppingUp(
            Optional<Money> budget, List<Attempt> attempts, Routed routed) {
        if (budget.isPresent() && attempts.stream().anyMatch(made -> made.atRisk() == null)) {
            return Optional.empty();
        }
        Instant since = around.now().minus(BUDGET_PERIOD);
        return Optional.of(
                new Move.Buy(
                        attempts.stream().map(Attempt::toppingUp).toList(),
                        routed.why(),
                        budget.map(limit -> new Allowance(since, limit))));
    }

    /** Everybody else was asked; whoever refused for a reason that passes is, soonest first. */
    private Optional<Move> again(
            Policy policy,
            Production production,
            Missing missing,
            Demand demand,
            Set<String> tried) {
        return tried.stream()
                .flatMap(provider -> retry(production, provider).stream())
                .min(comparing(Retry::at))
                .filter(retry -> retry.at().isBefore(production.deadline()))
                .flatMap(retry ->
                        retry.at().isAfter(around.now())
                                ? Optional.of(new Move.WaitUntil(retry.at()))
                                : router.retry(policy, demand, retry.provider(), Reason.RETRY)
                                        .flatMap(same -> buy(policy, production, missing, same)));
    }

    private static Optional<Retry> retry(Production production, String provider) {
        List<Attempt> inVain =
                production.attempts().stream()
                        .filter(attempt -> attempt.provider().equals(provider))
                        .filter(attempt ->
                                Remedy.after(attempt.state()) == Remedy.ELSEWHERE_OR_AGAIN)
                        .toList();
        if (inVain.isEmpty() || !(inVain.getLast().state() instanceof AttemptState.Ended ended)) {
            return Optional.empty();
        }
        int picture = inVain.getLast().firstPicture();
        long rounds = inVain.stream().filter(a -> a.firstPicture() == picture).count();
        if (rounds >= MOST_ROUNDS) {
            return Optional.empty();
        }
        Duration backoff = FIRST_PAUSE.multipliedBy(1L << (rounds - 1));
        return Failures.of(ended)
                .map(failure -> failure.retryAfter().orElse(backoff))
                .filter(pause -> pause.compareTo(LONGEST_ASKED_PAUSE) <= 0)
                .map(pause -> new Retry(provider, ended.completedAt().plus(pause)));
    }

    private record Retry(String provider, Instant at) {}
}
