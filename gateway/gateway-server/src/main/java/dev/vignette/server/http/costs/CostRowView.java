package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.money.Money;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * All figures of one line of a cost report, as they are written.
 *
 * @param currency the ISO code; {@code null} when no amount is known
 * @param generations how many generations
 * @param attempts how many attempts were charged
 * @param images pictures delivered
 * @param amount the sum; {@code null} when no amount is known
 * @param avoided what stored pictures saved; {@code null} when it is unknown
 * @param unpriced how many charges have no known amount
 * @param imagesOrdered pictures ordered
 * @param failed attempts that did not succeed
 * @param failedAmount what they cost; {@code null} when it is unknown
 * @param costPerImage what a delivered picture cost; {@code null} when it is unknown
 * @param corrected what of the amount are corrections
 * @param gpuSeconds computing time; {@code null} when no provider reported any
 * @param medianSeconds the median of the jobs' times; {@code null} when none is known
 * @param p95Seconds the 95th percentile of them; {@code null} when none is known
 * @param reportingCurrency what is reported in; {@code null} for nothing else
 * @param reportingAmount the amount in it; {@code null} when a part of it has no rate
 * @param unconverted how many lines have no rate
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "CostRow",
        description =
                "One line of a cost report, with the columns that were chosen; each grouped column"
                        + " is a member of its own")
record CostRowView(
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        long generations,
        long attempts,
        @Schema(description = "pictures delivered") long images,
        @Schema(
                        nullable = true,
                        example = "0.96",
                        description = "with the corrections written in the period")
                @Nullable String amount,
        @Schema(nullable = true, example = "0.00") @Nullable String avoided,
        @Schema(description = "charges without a known amount") long unpriced,
        long imagesOrdered,
        @Schema(description = "attempts that did not succeed and ran, or cost something")
                long failed,
        @Schema(nullable = true, example = "0.00") @Nullable String failedAmount,
        @Schema(
                        nullable = true,
                        example = "0.04",
                        description = "the amount per delivered picture; null when it is unknown")
                @Nullable String costPerImage,
        @Schema(nullable = true, example = "0.00") @Nullable String corrected,
        @Schema(nullable = true, example = "12.5") @Nullable BigDecimal gpuSeconds,
        @Schema(nullable = true, example = "6.2", description = "only when it is chosen")
                @Nullable BigDecimal medianSeconds,
        @Schema(nullable = true, example = "9.8", description = "only when it is chosen")
                @Nullable BigDecimal p95Seconds,
        @Schema(nullable = true, example = "EUR") @Nullable String reportingCurrency,
        @Schema(
                        nullable = true,
                        example = "0.88",
                        description = "null when a part of the amount has no rate")
                @Nullable String reportingAmount,
        @Schema(nullable = true, description = "lines whose amount has no rate")
                @Nullable Long unconverted) {

    static CostRowView of(CostRow row, CostQuery.@Nullable Reporting reporting) {
        CostRow.Counts counts = row.counts();
        CostRow.Sums sums = row.sums();
        CostRow.Pace pace = row.pace();
        CostRow.Reported reported = row.reported();
        return new CostRowView(
                row.currency(),
                counts.generations(),
                counts.attempts(),
                counts.images(),
                text(sums.amount()),
                text(sums.avoided()),
                counts.unpriced(),
                counts.ordered(),
                counts.failed(),
                text(sums.failed()),
                text(row.perImage()),
                text(sums.corrected()),
                Decimals.plain(row.gpuSeconds()),
                pace == null ? null : Decimals.seconds(pace.median()),
                pace == null ? null : Decimals.seconds(pace.p95()),
                reporting == null ? null : reporting.currency().getCurrencyCode(),
                reported == null ? null : text(reported.amount()),
                reported == null ? null : reported.unconverted());
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.text();
    }
}
