package dev.vignette.engine.route;

import static java.util.Comparator.comparingInt;

import dev.vignette.engine.route.Routing.Routed;
import dev.vignette.engine.route.RuledOut.Cause;
import dev.vignette.engine.route.Turns.Turn;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.RouteEntry.Role;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.portrait.PortraitRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses who serves a demand. Fit decides who may, weights decide who does, fallbacks come after
 * all of those in their order; whoever is not well comes last.
 */
public final class Router {
    private final Turns turns = new Turns();
    private final Judgement judgement;
    private final Clock clock;

    /** Chooses among those whom that judgement lets serve. */
    public Router(Judgement judgement, Clock clock) {
        this.judgement = judgement;
        this.clock = clock;
    }

    /** Chooses the first provider for a demand. */
    public Routing choose(Policy policy, Demand demand) {
        judgement.refresh();
        Instant now = clock.instant();
        Shortlist shortlist = judgement.of(policy, demand, now);
        return turns.next(demand.request().kind(), demand.client(), shortlist)
                .or(() -> inSpiteOfAll(shortlist))
                .<Routing>map(turn -> routed(shortlist, turn, demand, now))
                .orElseGet(() -> noRoute(shortlist));
    }

    /** Nothing was bought of that choice, so it was nobody's turn. */
    public void unused(Policy policy, Demand demand, Routed routed) {
        Shortlist shortlist = judgement.of(policy, demand, clock.instant());
        shortlist.contenders().stream()
                .filter(contender -> contender.name().equals(routed.chosen().name()))
                .findFirst()
                .map(contender -> new Turn(contender, routed.why().reason()))
                .ifPresent(turn -> turns.unused(demand.request().kind(), turn, shortlist));
    }

    /**
     * The provider to go to after those tried: the others with a share, the largest first, then the
     * fallbacks in their order; empty when there is none left that is well. Nobody is tried out
     * with what went wrong elsewhere.
     */
    public Optional<Routed> next(Policy policy, Demand demand, Set<String> tried, Reason reason) {
        Instant now = clock.instant();
        Shortlist shortlist = judgement.of(policy, demand, now);
        Shortlist left = shortlist.without(tried);
        return left.in(Role.SHARE).stream()
                .min(comparingInt(contender -> -contender.entry().weight()))
                .or(() -> left.in(Role.FALLBACK).stream().findFirst())
                .map(next -> routed(shortlist, new Turn(next, reason), demand, now));
    }

    /** That very provider once more, when it may serve and the purse allows it. */
    public Optional<Routed> retry(Policy policy, Demand demand, String provider, Reason reason) {
        Instant now = clock.instant();
        Shortlist shortlist = judgement.of(policy, demand, now);
        return shortlist.contenders().stream()
                .filter(contender -> contender.name().equals(provider))
                .findFirst()
                .map(contender -> routed(shortlist, new Turn(contender, reason), demand, now));
    }

    /** That very provider, when file and fit let it serve, whatever it costs and however it is. */
    public Optional<Choice> again(Policy policy, PortraitRequest request, String provider) {
        return judgement.again(policy, request, provider);
    }

    /** When every breaker is open, whoever comes first waits until his closes. */
    private static Optional<Turn> inSpiteOfAll(Shortlist shortlist) {
        return shortlist.contenders().stream()
                .min(comparingInt(contender -> rank(contender.entry().role())))
                .map(contender -> new Turn(contender, Reason.FALLBACK));
    }

    private static int rank(Role role) {
        return switch (role) {
            case SHARE -> 0;
            case FALLBACK -> 1;
            case CANARY -> 2;
        };
    }

    private static Routed routed(Shortlist shortlist, Turn turn, Demand demand, Instant now) {
        return new Routed(
                turn.contender().choice(),
                Recording.of(shortlist, turn.contender(), demand.pictures(), turn.reason(), now));
    }

    private static Routing.NoRoute noRoute(Shortlist shortlist) {
        Cause cause =
                List.of(Cause.PAUSED, Cause.BUDGET, Cause.COST).stream()
                        .filter(shortlist::failsBy)
                        .findFirst()
                        .orElse(Cause.MISFIT);
        return new Routing.NoRoute(
                shortlist.ruledOut().stream().map(RuledOut::candidate).toList(), cause);
    }
}
