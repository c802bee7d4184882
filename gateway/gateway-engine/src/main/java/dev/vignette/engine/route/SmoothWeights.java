package dev.vignette.engine.route;

import static java.util.Comparator.comparingLong;

import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.portrait.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Smooth weighted round robin: over a few requests everybody gets his share, and nobody gets his in
 * one go.
 */
final class SmoothWeights {
    private final Map<Kind, Map<String, Long>> credits = new EnumMap<>(Kind.class);

    /** Whose turn it is among entries with positive weights; at least one is given. */
    synchronized RouteEntry next(Kind kind, List<RouteEntry> entries) {
        Map<String, Long> credit = credits.computeIfAbsent(kind, _ -> new HashMap<>());
        long total = 0;
        for (RouteEntry entry : entries) {
            credit.merge(entry.provider(), (long) entry.weight(), Long::sum);
            total += entry.weight();
        }
        RouteEntry chosen =
                entries.stream()
                        .max(comparingLong(entry -> credit.getOrDefault(entry.provider(), 0L)))
                        .orElseThrow();
        credit.merge(chosen.provider(), -total, Long::sum);
        return chosen;
    }

    /** Takes back a turn that was not used. */
    synchronized void unused(Kind kind, List<RouteEntry> entries, RouteEntry chosen) {
        Map<String, Long> credit = credits.computeIfAbsent(kind, _ -> new HashMap<>());
        long total = 0;
        for (RouteEntry entry : entries) {
            credit.merge(entry.provider(), (long) -entry.weight(), Long::sum);
            total += entry.weight();
        }
        credit.merge(chosen.provider(), total, Long::sum);
    }
}
