package dev.vignette.generation;

import dev.vignette.money.Cost;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a provider was chosen: kept with what is bought by it.
 *
 * @param at when
 * @param reason by what rule
 * @param provider who was chosen
 * @param pictures how many pictures it was to bring
 * @param considered everybody who was looked at, in the order of the route
 */
public record RoutingRecord(
        Instant at, Reason reason, String provider, int pictures, List<Considered> considered) {

    /** The rule that chose. */
    public enum Reason {
        /** Its turn among those with a share. */
        WEIGHT,
        /** Nobody with a share could serve. */
        FALLBACK,
        /** Its percentage of all requests. */
        CANARY_SHARE,
        /** The client is one it is tried out with. */
        CANARY_CLIENT,
        /** Those asked before did not take the order, or failed. */
        FAILOVER,
        /** Nobody else is left, and what refused it passes. */
        RETRY,
        /** Pictures were missing that others had been asked for. */
        TOP_UP,
        /** What is presumed lost is bought again. */
        RESUBMISSION,
        /** An operator wanted it. */
        OPERATOR;

        /** The name on the wire, for example {@code canary_share}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One provider that was looked at.
     *
     * @param provider its configured name
     * @param role its role in the route, for example {@code fallback}; empty when it is in none
     * @param weight its weight or percentage; 0 for a fallback
     * @param ruledOut what ruled it out, a sentence; {@code null} when it might have served
     * @param health how its breaker stood, for example {@code open}
     * @param waiting how many orders waited for a place there
     * @param price what it would probably have cost
     * @param fits whether it can make what was asked, whatever else ruled it out; not known, and so
     *     {@code false}, of those that were ruled out in records from before
     */
    public record Considered(
            String provider,
            String role,
            int weight,
            @Nullable String ruledOut,
            String health,
            int waiting,
            Cost price,
            boolean fits) {}

    public RoutingRecord {
        considered = List.copyOf(considered);
    }

    /** An operator wants it from that provider, whoever else might serve. */
    public static RoutingRecord byOperator(Instant at, String provider, int pictures) {
        return new RoutingRecord(at, Reason.OPERATOR, provider, pictures, List.of());
    }
}
