package dev.vignette.server.http.quotes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.quote.Quotation;
import dev.vignette.server.http.generation.FitView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider would take for a request, on the wire.
 *
 * @param provider its configured name
 * @param role its role in the route
 * @param chance how probable it is that it would be asked first
 * @param price what all pictures would cost there
 * @param expectedSeconds how long it usually takes; {@code null} when nobody knows
 * @param p95Seconds nineteen of twenty take less; {@code null} when nobody knows
 * @param fit the members that would not be honoured
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Offer", description = "What a provider would take for the request")
record OfferView(
        @Schema(example = "replicate") String provider,
        @Schema(example = "share") String role,
        @Schema(example = "0.900", description = "that it would be asked first, from 0 to 1")
                BigDecimal chance,
        EstimateView price,
        @Schema(nullable = true, example = "31.2") @Nullable BigDecimal expectedSeconds,
        @Schema(nullable = true, example = "58.9") @Nullable BigDecimal p95Seconds,
        List<FitView> fit) {
    private static final int MILLIS = 3;

    static OfferView of(Quotation.Offer offer) {
        Quotation.Time time = offer.time();
        return new OfferView(
                offer.provider(),
                offer.role(),
                offer.chance(),
                EstimateView.of(offer.price()),
                time == null ? null : seconds(time.usual()),
                time == null ? null : seconds(time.most()),
                offer.fit().stream().map(FitView::of).toList());
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), MILLIS);
    }
}
