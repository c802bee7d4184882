package dev.vignette.provider;

import dev.vignette.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a job used, as far as the provider says.
 *
 * @param gpuSeconds computing time in seconds; {@code null} when it was not reported
 * @param reported the price the provider itself named; {@code null} when it named none
 */
public record Usage(@Nullable BigDecimal gpuSeconds, @Nullable Money reported) {

    /** The provider said nothing. */
    public static final Usage UNKNOWN = new Usage(null, null);

    /** It never ran. */
    public static final Usage NOTHING = new Usage(BigDecimal.ZERO, null);
}
