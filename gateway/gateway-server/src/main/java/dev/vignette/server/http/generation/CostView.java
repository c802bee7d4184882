package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A cost on the wire.
 *
 * @param amount a decimal text; {@code null} when it is unknown, which is not zero
 * @param currency its ISO code; {@code null} when the amount is unknown
 * @param certainty how well it is known
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Cost", description = "What an attempt cost; an unknown amount is null, never zero")
public record CostView(
        @Schema(nullable = true, example = "0.16") @Nullable String amount,
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        @Schema(
                        type = "string",
                        allowableValues = {"reported", "price_book", "estimated", "unpriced"})
                String certainty) {

    static CostView of(Cost cost) {
        Money money = cost.amount().orElse(null);
        return new CostView(
                money == null ? null : money.text(),
                money == null ? null : money.currency().getCurrencyCode(),
                cost.certainty().wireName());
    }
}
