package dev.vignette.engine.surroundings;

import dev.vignette.money.Money;
import java.util.Optional;

/**
 * How far the gateway goes for pictures that did not come.
 *
 * @param attempts how many attempts of one generation may come to nothing, at least 1; then nothing
 *     more is bought for it
 * @param budget what may be spent at one provider within a day on completing sets of which a part
 *     was paid and did not come; empty means without limit
 */
public record Failover(int attempts, Optional<Money> budget) {
    /** What holds where the operator says nothing. */
    public static final Failover USUAL = new Failover(20, Optional.empty());
}
