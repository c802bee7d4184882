package dev.vignette.engine.route;

import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.surroundings.RouteEntry;
import org.jspecify.annotations.Nullable;

/**
 * A provider that may not serve a demand.
 *
 * @param candidate who, and why, for the caller
 * @param cause what sort of reason it is
 * @param entry its place in the route; {@code null} when it has none
 */
public record RuledOut(Candidate candidate, Cause cause, @Nullable RouteEntry entry) {

    /** What sort of reason rules a provider out. */
    public enum Cause {
        /** The request, the client or the operator's file does not let it serve this. */
        NOT_ALLOWED,
        /** It cannot make what is asked. */
        MISFIT,
        /** It would cost too much, or nobody knows what. */
        COST,
        /** A budget has too little left for it, or nobody knows what it would cost. */
        BUDGET,
        /** Nobody knows what it would cost, and the operator buys nothing like that. */
        UNPRICED,
        /** Operators let it rest. */
        PAUSED
    }

    /** Whether it can make what is asked; whoever is not allowed to was never looked at. */
    boolean fits() {
        return switch (cause) {
            case NOT_ALLOWED, MISFIT -> false;
            case COST, BUDGET, UNPRICED, PAUSED -> true;
        };
    }
}
