package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.generation.RoutingRecord.Considered;
import dev.vignette.server.http.Times;
import dev.vignette.store.RoutingRecordStore.Kept;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a provider was chosen, on the wire.
 *
 * @param at when
 * @param reason by what rule
 * @param provider who was chosen
 * @param pictures how many pictures it was to bring
 * @param waitedMs how long the order waited for its place, in milliseconds; {@code null} until it
 *     was sent
 * @param candidates everybody who was looked at, in the order of the route
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Routing", description = "Why a provider was chosen")
record RoutingView(
        @Schema(format = "date-time") String at,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "weight",
                            "fallback",
                            "canary_share",
                            "canary_client",
                            "failover",
                            "retry",
                            "top_up",
                            "resubmission",
                            "operator"
                        })
                String reason,
        String provider,
        int pictures,
        @Schema(nullable = true) @Nullable Long waitedMs,
        List<CandidateView> candidates) {

    /**
     * One provider that was looked at.
     *
     * @param provider its name
     * @param outcome {@code chosen}, {@code passed_over} or {@code ruled_out}
     * @param reason what ruled it out; {@code null} when it might have served
     * @param role its role in the route; empty when it is in none
     * @param weight its weight, for a canary its percentage
     * @param health how its breaker stood
     * @param waiting how many orders waited for a place there
     * @param price what it would probably have cost; {@code null} when it was ruled out
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "RoutingCandidate", description = "A provider that was looked at")
    record CandidateView(
            String provider,
            @Schema(
                            type = "string",
                            allowableValues = {"chosen", "passed_over", "ruled_out"})
                    String outcome,
            @Schema(nullable = true) @Nullable String reason,
            String role,
            int weight,
            String health,
            int waiting,
            @Schema(nullable = true) @Nullable CostView price) {

        static CandidateView of(Considered considered, String chosen) {
            String outcome =
                    considered.provider().equals(chosen)
                            ? "chosen"
                            : considered.ruledOut() == null ? "passed_over" : "ruled_out";
            return new CandidateView(
                    considered.provider(),
                    outcome,
                    considered.ruledOut(),
                    considered.role(),
                    considered.weight(),
                    considered.health(),
                    considered.waiting(),
                    considered.ruledOut() == null ? CostView.of(considered.price()) : null);
        }
    }

    static RoutingView of(Kept kept) {
        RoutingRecord why = kept.why();
        return new RoutingView(
                Times.text(why.at()),
                why.reason().wireName(),
                why.provider(),
                why.pictures(),
                kept.waited().map(Duration::toMillis).orElse(null),
                why.considered().stream()
                        .map(one -> CandidateView.of(one, why.provider()))
                        .toList());
    }
}
