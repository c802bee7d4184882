package dev.vignette.server.http.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.money.Price;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A line of the price list, on the wire.
 *
 * @param kind what it is for; {@code null} for every kind without a line of its own
 * @param per what is counted
 * @param amount the price of one
 * @param currency its ISO code
 * @param from the first day it holds
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Price", description = "A line of the price list")
record PriceView(
        @Schema(nullable = true) @Nullable String kind,
        @Schema(example = "image") String per,
        @Schema(example = "0.04") String amount,
        String currency,
        @Schema(format = "date") String from) {

    static PriceView of(Price price) {
        return new PriceView(
                price.kind() == null ? null : price.kind().wireName(),
                price.per().wireName(),
                price.amount().toPlainString(),
                price.currency().getCurrencyCode(),
                price.from().toString());
    }
}
