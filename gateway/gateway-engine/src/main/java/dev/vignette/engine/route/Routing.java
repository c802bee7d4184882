package dev.vignette.engine.route;

import dev.vignette.engine.request.Candidate;
import dev.vignette.generation.RoutingRecord;
import java.util.List;

/** Who serves a demand. */
public sealed interface Routing {

    /**
     * Somebody can.
     *
     * @param chosen who is asked
     * @param why why
     */
    record Routed(Choice chosen, RoutingRecord why) implements Routing {}

    /**
     * Nobody may or can.
     *
     * @param candidates why, one line for each provider
     * @param cause what would have to be otherwise: {@code COST}, {@code BUDGET} or {@code PAUSED}
     *     when that alone stands against somebody
     */
    record NoRoute(List<Candidate> candidates, RuledOut.Cause cause) implements Routing {
        public NoRoute {
            candidates = List.copyOf(candidates);
        }
    }
}
