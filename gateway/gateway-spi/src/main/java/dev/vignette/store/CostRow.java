package dev.vignette.store;

import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cost report. Never mixes currencies.
 *
 * @param group the value of each grouped column, by its name; {@code ""} for a label that is not
 *     set and for what is not known
 * @param currency the ISO code; {@code null} in a line of charges that are all unpriced
 * @param counts what was counted
 * @param sums what was added up
 * @param gpuSeconds computing time, where providers report it; {@code null} when none did
 * @param pace how long jobs took; {@code null} when that was not asked for
 * @param reported the amount in another currency; {@code null} when that was not asked for
 */
public record CostRow(
        Map<String, String> group,
        @Nullable String currency,
        Counts counts,
        Sums sums,
        @Nullable BigDecimal gpuSeconds,
        @Nullable Pace pace,
        @Nullable Reported reported) {

    /**
     * What was counted. Corrections count nowhere in it.
     *
     * @param generations how many generations the charges belong to
     * @param attempts how many attempts were charged
     * @param ordered pictures ordered
     * @param images pictures delivered
     * @param failed attempts that did not succeed and cost something, may have, or were run
     * @param unpriced how many of the charges have no known amount
     */
    public record Counts(
            long generations,
            long attempts,
            long ordered,
            long images,
            long failed,
            long unpriced) {}

    /**
     * What was added up; {@code null} each where there is something and no amount of it is known.
     *
     * @param amount the known amounts, with the corrections
     * @param failed what of it was for attempts that did not succeed
     * @param corrected what of it are corrections
     * @param avoided what the cache and joining saved, where it is known
     */
    public record Sums(
            @Nullable Money amount,
            @Nullable Money failed,
            @Nullable Money corrected,
            @Nullable Money avoided) {}

    /**
     * How long jobs took, from sending the order to knowing its end.
     *
     * @param median half of them took no longer; {@code null} where no time is known
     * @param p95 19 of 20 took no longer; {@code null} like {@code median}
     */
    public record Pace(@Nullable Duration median, @Nullable Duration p95) {}

    /**
     * An amount in the reporting currency, changed by the rate of each line's day in UTC and
     * rounded once.
     *
     * @param amount the sum; {@code null} when the amount is unknown, or a part of it has no rate
     * @param unconverted how many lines with an amount have no rate
     */
    public record Reported(@Nullable Money amount, long unconverted) {}

    /**
     * What a delivered picture cost, rounded half to even at the sixth decimal; {@code null} when a
     * part of the amount is unknown or there was no picture.
     */
    public @Nullable Money perImage() {
        Money amount = sums.amount();
        if (amount == null || counts.unpriced() > 0 || counts.images() == 0) {
            return null;
        }
        long micros =
                BigDecimal.valueOf(amount.micros())
                        .divide(BigDecimal.valueOf(counts.images()), 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
        return new Money(micros, amount.currency());
    }
}
