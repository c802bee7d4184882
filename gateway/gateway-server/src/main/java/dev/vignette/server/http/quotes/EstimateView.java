package dev.vignette.server.http.quotes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.price.Estimate;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What something would cost, on the wire.
 *
 * @param known {@code exact}, {@code range} or {@code unknown}
 * @param amount what it usually costs; {@code null} when unknown, which is not zero
 * @param most what it costs at most; {@code null} when unknown
 * @param currency the ISO code of both; {@code null} when unknown
 * @param reason why it is unknown; {@code null} otherwise
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Estimate", description = "What something would cost; unknown is never zero")
record EstimateView(
        @Schema(
                        type = "string",
                        allowableValues = {"exact", "range", "unknown"})
                String known,
        @Schema(nullable = true, example = "0.16") @Nullable String amount,
        @Schema(nullable = true, example = "0.16") @Nullable String most,
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        @Schema(nullable = true, example = "no price is configured") @Nullable String reason) {

    static EstimateView of(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Exact(var amount) ->
                    new EstimateView(
                            "exact",
                            amount.text(),
                            amount.text(),
                            amount.currency().getCurrencyCode(),
                            null);
            case Estimate.Range(var usual, var most) ->
                    new EstimateView(
                            "range",
                            usual.text(),
                            most.text(),
                            usual.currency().getCurrencyCode(),
                            null);
            case Estimate.Unknown(var why) -> new EstimateView("unknown", null, null, null, why);
        };
    }
}
