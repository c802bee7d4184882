package dev.vignette.generation;

import dev.vignette.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a generation would have cost, had its pictures not been bought already. Never an amount of
 * the ledger.
 *
 * @param provider who made them
 * @param model with which model
 * @param images how many pictures
 * @param money what they cost; {@code null} when that is unknown
 */
public record Avoided(String provider, String model, int images, @Nullable Money money) {

    /** What they cost, or empty when that is unknown. */
    public Optional<Money> amount() {
        return Optional.ofNullable(money);
    }
}
