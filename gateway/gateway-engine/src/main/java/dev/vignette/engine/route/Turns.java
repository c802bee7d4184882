package dev.vignette.engine.route;

import static java.util.stream.Collectors.toMap;

import dev.vignette.engine.surroundings.RouteEntry.Role;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.portrait.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives turns: first to canaries, to some clients always and to the others by percentage, then by
 * weight, then to the fallbacks in their order.
 */
final class Turns {
    private static final int ALL = 100;
    private static final String REST = "";

    private final SmoothWeights weights = new SmoothWeights();

    /**
     * Whose turn it was.
     *
     * @param contender who
     * @param reason by what rule
     */
    record Turn(Contender contender, Reason reason) {}

    /** Whose turn it is, or empty when nobody may serve. */
    Optional<Turn> next(Kind kind, String client, Shortlist shortlist) {
        return canary(kind, client, shortlist)
                .or(() -> byWeight(kind, shortlist))
                .or(() -> first(shortlist.in(Role.FALLBACK)));
    }

    /** Nothing was bought by that turn, so it was nobody's. */
    void unused(Kind kind, Turn turn, Shortlist shortlist) {
        switch (turn.reason()) {
            case WEIGHT ->
                    weights.unused(
                            queue(kind, ""),
                            byName(shortlist.in(Role.SHARE)),
                            turn.contender().name());
            case CANARY_SHARE ->
                    weights.unused(
                            queue(kind, turn.contender().name()),
                            odds(turn.contender()),
                            turn.contender().name());
            case FALLBACK, CANARY_CLIENT, FAILOVER, RETRY, TOP_UP, RESUBMISSION, OPERATOR -> {}
        }
    }

    private Optional<Turn> canary(Kind kind, String client, Shortlist shortlist) {
        for (Contender canary : shortlist.in(Role.CANARY)) {
            if (canary.entry().clients().contains(client)) {
                return Optional.of(new Turn(canary, Reason.CANARY_CLIENT));
            }
            if (canary.entry().weight() > 0
                    && weights.next(queue(kind, canary.name()), odds(canary))
                            .equals(canary.name())) {
                return Optional.of(new Turn(canary, Reason.CANARY_SHARE));
            }
        }
        return Optional.empty();
    }

    private Optional<Turn> byWeight(Kind kind, Shortlist shortlist) {
        List<Contender> shares = shortlist.in(Role.SHARE);
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        String name = weights.next(queue(kind, ""), byName(shares));
        return shares.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .map(contender -> new Turn(contender, Reason.WEIGHT));
    }

    private static Optional<Turn> first(List<Contender> fallbacks) {
        return fallbacks.stream()
                .findFirst()
                .map(contender -> new Turn(contender, Reason.FALLBACK));
    }

    /** A percentage of all, against the rest of them. */
    private static Map<String, Integer> odds(Contender canary) {
        Map<String, Integer> odds = new LinkedHashMap<>();
        odds.put(REST, ALL - canary.entry().weight());
        odds.put(canary.name(), canary.entry().weight());
        return odds;
    }

    private static Map<String, Integer> byName(List<Contender> shares) {
        return shares.stream()
                .collect(
                        toMap(
                                Contender::name,
                                contender -> contender.entry().weight(),
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    private static String queue(Kind kind, String canary) {
        return kind.wireName() + "/" + canary;
    }
}
