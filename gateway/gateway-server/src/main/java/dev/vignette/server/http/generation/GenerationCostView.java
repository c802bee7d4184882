package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a whole generation cost, on the wire.
 *
 * @param amount a decimal text; {@code null} when it is unknown, which is not zero
 * @param currency its ISO code; {@code null} when no amount is known
 * @param certainty how well it is known
 * @param avoided what stored pictures saved; {@code null} when that is unknown
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "GenerationCost", description = "What a generation cost, and what the cache saved")
record GenerationCostView(
        @Schema(nullable = true, example = "0.16") @Nullable String amount,
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        @Schema(
                        type = "string",
                        allowableValues = {"reported", "price_book", "estimated", "unpriced"})
                String certainty,
        @Schema(nullable = true, example = "0.00") @Nullable String avoided) {}
