package dev.vignette.generation;

import dev.vignette.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which terms pictures may be bought.
 *
 * @param priority who goes first while orders have to wait
 * @param maxCost what all attempts together may cost, more than zero; {@code null} for any amount
 */
public record Terms(Priority priority, @Nullable Money maxCost) {

    /** At once, whatever it costs. */
    public static final Terms USUAL = new Terms(Priority.LIVE, null);

    /** What all attempts together may cost, or empty for any amount. */
    public Optional<Money> limit() {
        return Optional.ofNullable(maxCost);
    }
}
