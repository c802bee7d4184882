package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to buy, on the wire.
 *
 * @param provider where
 * @param model which model
 * @param modelVersion its version, when known
 * @param state where it stands
 * @param providerId the job's id there, when known
 * @param images how many pictures came
 * @param startedAt when it was sent; {@code null} when it was not
 * @param completedAt when it ended; {@code null} until then
 * @param cost what it cost; {@code null} until it has ended
 * @param error why it brought nothing; {@code null} when it did
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Attempt", description = "One authorisation to spend once at one provider")
public record AttemptView(
        @Schema(example = "replicate") String provider,
        @Schema(example = "flux-kontext-apps/portrait-series") String model,
        @Schema(nullable = true) @Nullable String modelVersion,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "preparing",
                            "sending",
                            "accepted",
                            "succeeded",
                            "failed",
                            "canceled",
                            "refused",
                            "not_sent",
                            "unknown",
                            "review",
                            "not_accepted",
                            "written_off"
                        })
                String state,
        @Schema(nullable = true) @Nullable String providerId,
        int images,
        @Schema(format = "date-time", nullable = true) @Nullable String startedAt,
        @Schema(format = "date-time", nullable = true) @Nullable String completedAt,
        @Schema(nullable = true) @Nullable CostView cost,
        @Schema(nullable = true) @Nullable AttemptErrorView error) {}
