package dev.vignette.engine.route;

import dev.vignette.engine.request.Candidate;
import java.util.List;

/** Who serves a request. */
public sealed interface Routing {

    /**
     * Somebody can.
     *
     * @param chosen who is asked first
     */
    record Routed(Choice chosen) implements Routing {}

    /**
     * Nobody may or can.
     *
     * @param candidates why, one line for each provider
     */
    record NoRoute(List<Candidate> candidates) implements Routing {
        public NoRoute {
            candidates = List.copyOf(candidates);
        }
    }
}
