package dev.vignette.engine.price;

import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;

/** What something will cost, as far as that can be told before it is bought. */
public sealed interface Estimate {

    /** Just that, when it brings what was ordered. */
    record Exact(Money amount) implements Estimate {}

    /**
     * Something in between, in one currency.
     *
     * @param usual what it mostly costs
     * @param most what it costs at most
     */
    record Range(Money usual, Money most) implements Estimate {}

    /**
     * Nobody can tell, which is not zero.
     *
     * @param why a reason, for example {@code no price is configured}
     */
    record Unknown(String why) implements Estimate {}

    /** What has to be reckoned with: the most it may cost, or that nobody knows. */
    default Cost cost() {
        return switch (this) {
            case Exact(Money amount) -> new Cost(amount, Certainty.ESTIMATED);
            case Range(_, Money most) -> new Cost(most, Certainty.ESTIMATED);
            case Unknown _ -> Cost.UNPRICED;
        };
    }
}
