package dev.vignette.engine.work;

import dev.vignette.engine.health.Breaker;
import dev.vignette.engine.health.Health;
import dev.vignette.engine.health.Standing;
import dev.vignette.engine.route.Demand;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps orders that are not sent yet from providers that are paused, or that would not take them:
 * they go elsewhere where somebody else can serve, and wait where nobody can.
 */
final class Detours {
    private final Router router;
    private final Health health;
    private final Surroundings around;

    Detours(Router router, Health health, Surroundings around) {
        this.router = router;
        this.health = health;
        this.around = around;
    }

    /** What an attempt that is not sent yet is to do. */
    sealed interface Way {

        /** It may go to its provider. */
        record Open() implements Way {}

        /** It is to wait, and ask again. */
        record Wait(String why) implements Way {}

        /** It is not to be sent there. */
        record Elsewhere(ProviderFailure why) implements Way {}
    }

    /** Notices soon what operators said to another gateway. */
    void refresh() {
        health.refresh();
    }

    /** What that attempt is to do now. What an operator ordered goes where he said. Never waits. */
    Way of(ProductionRun run, Attempt attempt) {
        Optional<ProviderFailure> obstacle =
                attempt.mandate() == Mandate.OPERATOR
                        ? Optional.empty()
                        : obstacle(health.of(attempt.provider()));
        if (obstacle.isEmpty()) {
            return new Way.Open();
        }
        boolean passes = obstacle.get().kind() == FailureKind.UNAVAILABLE;
        return passes && !somebodyElse(run, attempt)
                ? new Way.Wait(obstacle.get().detail())
                : new Way.Elsewhere(obstacle.get());
    }

    /** Whether that attempt is not to wait at its provider any longer. */
    boolean leaves(ProductionRun run, Attempt attempt) {
        return attempt.mandate() != Mandate.OPERATOR
                && (run.closing().isPresent() || of(run, attempt) instanceof Way.Elsewhere);
    }

    /**
     * Why an attempt that stopped waiting is not to be sent; empty when that is over by now, and it
     * may ask again.
     */
    Optional<ProviderFailure> refusal(ProductionRun run, Attempt attempt) {
        return run.closing()
                .map(Closing::failure)
                .or(() ->
                        of(run, attempt) instanceof Way.Elsewhere(var why)
                                ? Optional.of(why)
                                : Optional.empty());
    }

    /** Whether its provider takes an order at this moment; if so, say what became of it. */
    boolean admits(Attempt attempt) {
        return attempt.mandate() == Mandate.OPERATOR
                || health.breakers().admits(attempt.provider());
    }

    /** The order that was admitted was not sent. */
    void unused(Attempt attempt) {
        if (attempt.mandate() != Mandate.OPERATOR) {
            health.breakers().unused(attempt.provider());
        }
    }

    private static Optional<ProviderFailure> obstacle(Standing standing) {
        if (standing.pause().isPresent()) {
            return Optional.of(
                    ProviderFailure.of(FailureKind.UNAVAILABLE, "The provider is paused."));
        }
        return switch (standing.breaker()) {
            case Breaker.Closed _, Breaker.HalfOpen _ -> Optional.empty();
            case Breaker.Open(_, FailureKind cause) -> Optional.of(opened(cause));
        };
    }

    private static ProviderFailure opened(FailureKind cause) {
        return switch (cause) {
            case CREDENTIALS ->
                    ProviderFailure.of(cause, "The provider does not accept the account.");
            case OUT_OF_CREDIT ->
                    ProviderFailure.of(cause, "The account at the provider has no credit left.");
            case INVALID_INPUT,
                    UNSUPPORTED,
                    CONTENT_REFUSED,
                    THROTTLED,
                    UNAVAILABLE,
                    FAILED,
                    DEADLINE,
                    LOST,
                    CANCELED,
                    MALFORMED_ANSWER ->
                    ProviderFailure.of(
                            FailureKind.UNAVAILABLE, "The provider has failed too often lately.");
        };
    }

    private boolean somebodyElse(ProductionRun run, Attempt attempt) {
        Policy policy = around.inForce();
        Demand demand = Demand.of(run.production(), attempt.pictures(), policy.prices());
        return router.next(policy, demand, Set.of(attempt.provider()), Reason.FAILOVER).isPresent();
    }
}
