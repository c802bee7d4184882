package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.cost.Repriced;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What prices that were changed afterwards do, on the wire.
 *
 * @param provider whose charges
 * @param from the first moment
 * @param to the first moment behind it
 * @param dryRun whether nothing was written
 * @param charges how many were looked at
 * @param changed whose amount is another
 * @param newlyPriced whose amount was not known before
 * @param same whose amount is what it was
 * @param settled that are left alone because more is known of them than prices
 * @param unpriced that have no price now and are left alone
 * @param totals sums by kind and currency
 * @param changes the first changes
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Repricing", description = "What changed prices do to the charges of a period")
record RepricingView(
        String provider,
        @Schema(format = "date-time") String from,
        @Schema(format = "date-time", description = "exclusive") String to,
        @Schema(description = "whether nothing was written") boolean dryRun,
        long charges,
        long changed,
        @Schema(description = "charges whose amount was not known before") long newlyPriced,
        long same,
        @Schema(
                        description =
                                "left alone: the provider reported the amount, or an invoice or"
                                        + " evidence corrected it")
                long settled,
        @Schema(description = "left alone: there is no price") long unpriced,
        List<RepricingTotalView> totals,
        @Schema(description = "the first 20") List<RepricedChargeView> changes) {

    static RepricingView of(Repriced repriced) {
        Repriced.Figures figures = repriced.figures();
        return new RepricingView(
                repriced.ask().provider(),
                Times.text(repriced.ask().from()),
                Times.text(repriced.ask().to()),
                repriced.ask().dryRun(),
                figures.charges(),
                figures.changed(),
                figures.newlyPriced(),
                figures.same(),
                figures.settled(),
                figures.unpriced(),
                repriced.totals().stream().map(RepricingTotalView::of).toList(),
                repriced.first().stream().map(RepricedChargeView::of).toList());
    }
}
