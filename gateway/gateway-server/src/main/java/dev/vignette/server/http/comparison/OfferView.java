package dev.vignette.server.http.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.compare.Comparison.Offer;
import dev.vignette.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider's line of a comparison on the wire; its components' names are also the table's
 * columns.
 *
 * @param kind the kind
 * @param provider the provider
 * @param generations how many generations it could have made
 * @param attempts the charges of these
 * @param images pictures that were delivered
 * @param unpriced charges that are in neither amount
 * @param currency of the actual amount
 * @param actual what it cost
 * @param actualPerImage the same for a picture
 * @param wouldCurrency of the other amount
 * @param would what it would have cost
 * @param wouldPerImage the same for a picture
 * @param difference how much more it would have cost
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "ComparedProvider",
        description = "The work of one kind that a provider did or could have done")
record OfferView(
        @Schema(example = "portrait_series") String kind,
        @Schema(example = "modelslab") String provider,
        long generations,
        @Schema(description = "charges, failed ones too") long attempts,
        @Schema(description = "pictures that were delivered") long images,
        @Schema(
                        description =
                                "charges of which it is not known what they cost, or would have cost"
                                        + " there; they are in neither amount")
                long unpriced,
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        @Schema(nullable = true, example = "0.96", description = "with corrections")
                @Nullable String actual,
        @Schema(nullable = true, example = "0.04") @Nullable String actualPerImage,
        @Schema(nullable = true, example = "USD") @Nullable String wouldCurrency,
        @Schema(nullable = true, example = "0.288") @Nullable String would,
        @Schema(nullable = true, example = "0.012") @Nullable String wouldPerImage,
        @Schema(
                        nullable = true,
                        example = "-0.672",
                        description = "would less actual; null in two currencies")
                @Nullable String difference) {

    static OfferView of(Offer offer) {
        Optional<Money> actual = Optional.ofNullable(offer.actual());
        Optional<Money> would = Optional.ofNullable(offer.would());
        return new OfferView(
                offer.kind().wireName(),
                offer.provider(),
                offer.generations(),
                offer.attempts(),
                offer.images(),
                offer.unpriced(),
                code(actual),
                text(actual),
                text(offer.perImage(offer.actual())),
                code(would),
                text(would),
                text(offer.perImage(offer.would())),
                text(offer.difference()));
    }

    private static @Nullable String text(Optional<Money> money) {
        return money.map(Money::text).orElse(null);
    }

    private static @Nullable String code(Optional<Money> money) {
        return money.map(known -> known.currency().getCurrencyCode()).orElse(null);
    }
}
