package dev.vignette.server.http.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.health.Standings;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.RouteEntry.Role;
import dev.vignette.portrait.Kind;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The route of a kind, on the wire.
 *
 * @param kind the kind
 * @param providers who serves it, in the order of the file
 */
@Serdeable.Serializable
@Schema(name = "Route", description = "Who serves a kind")
record RouteView(String kind, List<EntryView> providers) {
    private static final int SCALE = 3;

    /**
     * One provider's place in it.
     *
     * @param provider its name
     * @param role {@code share}, {@code fallback} or {@code canary}
     * @param weight its weight; for a canary its percentage
     * @param clients the clients a canary always serves
     * @param state {@code open}, {@code paused}, {@code failing} or {@code unusable}
     * @param shareNow its part of what the shares serve just now, from 0 to 1
     */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RouteEntry", description = "A provider's place in a route")
    record EntryView(
            String provider,
            @Schema(
                            type = "string",
                            allowableValues = {"share", "fallback", "canary"})
                    String role,
            int weight,
            List<String> clients,
            @Schema(
                            type = "string",
                            allowableValues = {"open", "paused", "failing", "unusable"})
                    String state,
            @Schema(example = "0.75") BigDecimal shareNow) {}

    static RouteView of(Kind kind, List<RouteEntry> route, Policy policy, Standings standings) {
        long all =
                route.stream()
                        .filter(entry -> shares(entry, policy, standings))
                        .mapToLong(RouteEntry::weight)
                        .sum();
        return new RouteView(
                kind.wireName(),
                route.stream().map(entry -> entry(entry, policy, standings, all)).toList());
    }

    private static EntryView entry(RouteEntry entry, Policy policy, Standings standings, long all) {
        BigDecimal share =
                shares(entry, policy, standings)
                        ? BigDecimal.valueOf(entry.weight())
                                .divide(BigDecimal.valueOf(all), SCALE, RoundingMode.HALF_EVEN)
                        : BigDecimal.ZERO;
        return new EntryView(
                entry.provider(),
                entry.role().wireName(),
                entry.weight(),
                entry.clients().stream().sorted().toList(),
                state(entry, policy, standings),
                share);
    }

    private static boolean shares(RouteEntry entry, Policy policy, Standings standings) {
        return entry.role() == Role.SHARE
                && entry.weight() > 0
                && state(entry, policy, standings).equals("open");
    }

    private static String state(RouteEntry entry, Policy policy, Standings standings) {
        if (!policy.providers().containsKey(entry.provider())) {
            return "unusable";
        }
        if (standings.of(entry.provider()).pause().isPresent()) {
            return "paused";
        }
        return standings.of(entry.provider()).open() ? "open" : "failing";
    }
}
