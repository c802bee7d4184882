package dev.vignette.engine.route;

import static java.util.Comparator.comparingLong;

import java.util.HashMap;
import java.util.Map;

/**
 * Smooth weighted round robin: over a few requests everybody gets his share, and nobody gets his in
 * one go.
 */
final class SmoothWeights {
    private final Map<String, Map<String, Long>> credits = new HashMap<>();

    /**
     * Whose turn it is.
     *
     * @param queue what the turns are for; each has turns of its own
     * @param weights positive weights by name, in the order that decides a tie; at least one
     */
    synchronized String next(String queue, Map<String, Integer> weights) {
        Map<String, Long> credit = turn(queue, weights, 1);
        String chosen =
                weights.keySet().stream()
                        .max(comparingLong(name -> credit.getOrDefault(name, 0L)))
                        .orElseThrow();
        credit.merge(chosen, -total(weights), Long::sum);
        return chosen;
    }

    /** Takes back a turn that was not used. */
    synchronized void unused(String queue, Map<String, Integer> weights, String chosen) {
        turn(queue, weights, -1).merge(chosen, total(weights), Long::sum);
    }

    private Map<String, Long> turn(String queue, Map<String, Integer> weights, int sign) {
        Map<String, Long> credit = credits.computeIfAbsent(queue, _ -> new HashMap<>());
        weights.forEach((name, weight) -> credit.merge(name, (long) sign * weight, Long::sum));
        return credit;
    }

    private static long total(Map<String, Integer> weights) {
        return weights.values().stream().mapToLong(Integer::longValue).sum();
    }
}
