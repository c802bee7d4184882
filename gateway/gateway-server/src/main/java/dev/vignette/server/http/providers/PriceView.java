package dev.vignette.server.http.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.money.Price;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of the price list, on the wire.
 *
 * @param kind what it is for; {@code null} for every kind without a line of its own
 * @param upToMegapixels the largest picture it is for; {@code null} for every size
 * @param outcome the end of an attempt it is for; {@code null} for every end
 * @param per what is counted
 * @param amount the price of one
 * @param listAmount what one costs without our contract; {@code null} where there is none
 * @param currency its ISO code
 * @param from the first day it holds
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Price", description = "A line of the price list")
record PriceView(
        @Schema(nullable = true) @Nullable String kind,
        @Schema(nullable = true, example = "1.05") @Nullable String upToMegapixels,
        @Schema(nullable = true, example = "failed") @Nullable String outcome,
        @Schema(example = "image") String per,
        @Schema(example = "0.04") String amount,
        @Schema(nullable = true, example = "0.05") @Nullable String listAmount,
        String currency,
        @Schema(format = "date") String from) {

    static PriceView of(Price price) {
        return new PriceView(
                price.kind() == null ? null : price.kind().wireName(),
                text(price.scope().upToMegapixels()),
                price.scope().outcome() == null ? null : price.scope().outcome().wireName(),
                price.per().wireName(),
                price.amount().toPlainString(),
                text(price.listAmount()),
                price.currency().getCurrencyCode(),
                price.from().toString());
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
