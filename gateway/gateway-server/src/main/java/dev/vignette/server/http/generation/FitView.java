package dev.vignette.server.http.generation;

import dev.vignette.portrait.Fit;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One member that was not delivered as asked, on the wire.
 *
 * @param member the member
 * @param outcome what happened to it
 * @param reason one sentence
 */
@Serdeable.Serializable
@Schema(name = "Fit", description = "One member that was not delivered as asked")
public record FitView(
        @Schema(example = "prompt") String member,
        @Schema(
                        type = "string",
                        allowableValues = {
                            "adapted",
                            "dropped",
                            "changed_by_provider",
                            "shortfall"
                        })
                String outcome,
        @Schema(example = "portrait-series takes no prompt") String reason) {

    public static FitView of(Fit fit) {
        return new FitView(fit.member().wireName(), fit.outcome().wireName(), fit.reason());
    }
}
