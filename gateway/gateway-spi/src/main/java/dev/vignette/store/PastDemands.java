package dev.vignette.store;

import dev.vignette.generation.Terms;
import dev.vignette.portrait.PortraitRequest;
import java.time.Instant;
import java.util.List;

/** What was asked of providers before: what a change would have done to it can be worked out. */
public interface PastDemands {

    /**
     * What was bought since then, the latest first; what was erased without the caller's words.
     *
     * @param most at most that many
     */
    List<PastDemand> since(Instant since, int most);

    /**
     * One demand.
     *
     * @param client who asked
     * @param request what was to be made
     * @param terms on which terms
     * @param at when
     */
    record PastDemand(String client, PortraitRequest request, Terms terms, Instant at) {}
}
