package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generation on the wire.
 *
 * @param id its id
 * @param kind the kind asked for
 * @param status where it stands
 * @param done whether the status is final
 * @param createdAt when it was accepted
 * @param completedAt when it ended; {@code null} until then
 * @param request the effective members, without the photo
 * @param provider who makes or made the pictures; {@code null} while nobody was asked
 * @param images the stored pictures
 * @param fit what was not delivered as asked
 * @param cost what it cost
 * @param cache whether stored pictures served it
 * @param attempts its purchases
 * @param routing why they were made where they were, oldest first
 * @param error why it failed; {@code null} unless it did
 * @param labels as sent
 * @param metadata as sent
 * @param sandbox whether the money is pretended
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Generation", description = "What was asked for and what became of it")
record GenerationView(
        @Schema(example = "gen_01k9z5r4y8h2m6q0c3v7x1b5n9") String id,
        @Schema(
                        type = "string",
                        allowableValues = {"portrait_series", "headshot"})
                String kind,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "queued",
                            "running",
                            "storing",
                            "succeeded",
                            "failed",
                            "canceled",
                            "erased"
                        })
                String status,
        @Schema(description = "whether the status is final") boolean done,
        @Schema(format = "date-time", example = "2026-11-20T10:00:00.123Z") String createdAt,
        @Schema(format = "date-time", nullable = true) @Nullable String completedAt,
        @Schema(
                        description =
                                "the effective members, the kind's defaults among them, without the"
                                        + " photo")
                Map<String, Object> request,
        @Schema(nullable = true, example = "replicate") @Nullable String provider,
        List<ImageView> images,
        @Schema(description = "what was not delivered as asked; empty means as ordered")
                List<FitView> fit,
        GenerationCostView cost,
        CacheView cache,
        List<AttemptView> attempts,
        @Schema(description = "why each provider was chosen; empty when stored pictures served")
                List<RoutingView> routing,
        @Schema(nullable = true) @Nullable FailureView error,
        Map<String, String> labels,
        Map<String, String> metadata,
        @Schema(description = "whether the money is pretended") boolean sandbox) {}
