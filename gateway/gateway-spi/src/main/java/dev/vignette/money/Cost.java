package dev.vignette.money;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What something cost, or that nobody knows.
 *
 * @param money the amount; {@code null} exactly when {@code certainty} is {@link
 *     Certainty#UNPRICED}
 * @param certainty how well it is known
 */
public record Cost(@Nullable Money money, Certainty certainty) {

    /** No price fits. */
    public static final Cost UNPRICED = new Cost(null, Certainty.UNPRICED);

    public Cost {
        if ((money == null) != (certainty == Certainty.UNPRICED)) {
            throw new IllegalArgumentException("an amount is missing exactly when it is unpriced");
        }
    }

    /** The amount, or empty when it is unknown. */
    public Optional<Money> amount() {
        return Optional.ofNullable(money);
    }
}
