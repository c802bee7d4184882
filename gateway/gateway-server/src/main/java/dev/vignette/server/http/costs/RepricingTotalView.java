package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.cost.Repriced;
import dev.vignette.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sum before and after, on the wire.
 *
 * @param kind of which kind; {@code null} for what has none, such as a monthly fee
 * @param currency its ISO code
 * @param before of the amounts that were known
 * @param after as it is with the changed prices
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "RepricingTotal", description = "A sum with the prices before and after")
record RepricingTotalView(
        @Schema(nullable = true, example = "headshot") @Nullable String kind,
        @Schema(example = "USD") String currency,
        @Schema(example = "0.96") String before,
        @Schema(example = "1.20") String after) {

    static RepricingTotalView of(Repriced.Total total) {
        return new RepricingTotalView(
                total.kind() == null ? null : total.kind().wireName(),
                total.currency().getCurrencyCode(),
                new Money(total.before(), total.currency()).text(),
                new Money(total.after(), total.currency()).text());
    }
}
