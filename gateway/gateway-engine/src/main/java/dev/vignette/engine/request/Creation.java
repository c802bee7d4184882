package dev.vignette.engine.request;

import dev.vignette.ledger.BudgetUse;
import java.time.Duration;
import java.util.List;

/** What became of a request for pictures. Only the first two accepted anything. */
public sealed interface Creation {

    /** Accepted, durably. */
    record Created(Snapshot snapshot) implements Creation {}

    /** The idempotency key was used for the same content before: that generation, as it is now. */
    record Replayed(Snapshot snapshot) implements Creation {}

    /** The idempotency key was used for other content before. */
    record KeyReused() implements Creation {}

    /** The photo cannot be used. */
    record PhotoRefused(PhotoProblem problem) implements Creation {}

    /** No provider may or can serve it. */
    record NoRoute(List<Candidate> candidates) implements Creation {}

    /** Somebody could serve it, but not for what it may cost. */
    record TooDear(List<Candidate> candidates) implements Creation {}

    /**
     * A budget has too little left for it.
     *
     * @param use how that budget stands
     */
    record OverBudget(BudgetUse use) implements Creation {}

    /**
     * The gateway cannot accept it now.
     *
     * @param reason one safe sentence
     * @param retryAfter when it is worth trying again
     */
    record Unavailable(String reason, Duration retryAfter) implements Creation {}
}
