package dev.vignette.engine.route;

import dev.vignette.engine.surroundings.RouteEntry.Role;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everybody on a route, judged.
 *
 * @param contenders who may serve, in the order of the route
 * @param ruledOut who may not, and why
 */
public record Shortlist(List<Contender> contenders, List<RuledOut> ruledOut) {
    public Shortlist {
        contenders = List.copyOf(contenders);
        ruledOut = List.copyOf(ruledOut);
    }

    /** Those with a role, as far as their breakers let orders pass. */
    List<Contender> in(Role role) {
        return only(contender -> contender.entry().role() == role && contender.standing().open());
    }

    /** Those that were not asked before. */
    Shortlist without(Set<String> names) {
        return new Shortlist(only(contender -> !names.contains(contender.name())), ruledOut);
    }

    /** Whether somebody would serve if only that were otherwise. */
    boolean failsBy(RuledOut.Cause cause) {
        return contenders.isEmpty() && ruledOut.stream().anyMatch(out -> out.cause() == cause);
    }

    private List<Contender> only(Predicate<Contender> kept) {
        return contenders.stream().filter(kept).toList();
    }
}
