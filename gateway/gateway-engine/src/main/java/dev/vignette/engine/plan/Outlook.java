package dev.vignette.engine.plan;

import dev.vignette.engine.route.Contender;
import dev.vignette.engine.route.Shortlist;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.RouteEntry.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who would serve one demand.
 *
 * @param chances every provider that might, with its probability, more than 0; they add up to 1, or
 *     there are none
 */
public record Outlook(Map<Contender, BigDecimal> chances) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** By the rules that give turns: canaries, then weights, then the first fallback. */
    public static Outlook of(Shortlist shortlist, String client) {
        Map<Contender, BigDecimal> chances = new LinkedHashMap<>();
        BigDecimal left = BigDecimal.ONE;
        for (Contender canary : in(shortlist, Role.CANARY)) {
            BigDecimal part = left.multiply(part(canary.entry(), client));
            if (part.signum() > 0) {
                chances.put(canary, part);
                left = left.subtract(part);
            }
        }
        if (left.signum() > 0) {
            share(shortlist, left, chances);
        }
        return new Outlook(chances);
    }

    /** The chance of that provider, 0 when it has none. */
    public BigDecimal of(String provider) {
        return chances.entrySet().stream()
                .filter(chance -> chance.getKey().name().equals(provider))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether nobody would serve it. */
    boolean nobody() {
        return chances.isEmpty();
    }

    private static BigDecimal part(RouteEntry canary, String client) {
        return canary.clients().contains(client)
                ? BigDecimal.ONE
                : BigDecimal.valueOf(canary.weight()).divide(ALL, MathContext.DECIMAL64);
    }

    private static void share(
            Shortlist shortlist, BigDecimal left, Map<Contender, BigDecimal> chances) {
        List<Contender> shares = in(shortlist, Role.SHARE);
        BigDecimal total =
                BigDecimal.valueOf(
                        shares.stream().mapToLong(share -> share.entry().weight()).sum());
        for (Contender share : shares) {
            BigDecimal weight = BigDecimal.valueOf(share.entry().weight());
            chances.put(share, left.multiply(weight).divide(total, MathContext.DECIMAL64));
        }
        if (shares.isEmpty()) {
            in(shortlist, Role.FALLBACK).stream()
                    .findFirst()
                    .ifPresent(fallback -> chances.put(fallback, left));
        }
    }

    private static List<Contender> in(Shortlist shortlist, Role role) {
        return shortlist.contenders().stream()
                .filter(contender -> contender.entry().role() == role)
                .toList();
    }
}
