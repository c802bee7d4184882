package dev.vignette.store;

import dev.vignette.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cost report. Never mixes currencies.
 *
 * @param group the value of each grouped column, by its name; {@code ""} for a label that is not
 *     set
 * @param currency the ISO code; {@code null} in a line of charges that are all unpriced
 * @param generations how many generations the charges belong to
 * @param attempts how many charges
 * @param images pictures delivered
 * @param amount the sum of the known amounts; {@code null} when there are charges and none is known
 * @param avoided what the cache and joining saved, where it is known; {@code null} when something
 *     was saved and no amount of it is known
 * @param unpriced how many of the charges have no known amount
 */
public record CostRow(
        Map<String, String> group,
        @Nullable String currency,
        long generations,
        long attempts,
        long images,
        @Nullable Money amount,
        @Nullable Money avoided,
        long unpriced) {}
