package dev.vignette.ledger;

import dev.vignette.money.Cost;
import dev.vignette.money.PriceUnit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What something cost and how that was found.
 *
 * @param cost the amount and how well it is known
 * @param quantity how many units were counted; {@code null} when unpriced or reported
 * @param unit what was counted; {@code null} like {@code quantity}
 * @param unitPrice what one unit costs us; {@code null} like {@code quantity}
 * @param listPrice what one unit costs everybody, where a contract says otherwise; else {@code
 *     null}
 * @param priceVersion {@link dev.vignette.money.Price#version()}; {@code null} when no price was
 *     used
 */
public record Billing(
        Cost cost,
        @Nullable BigDecimal quantity,
        @Nullable PriceUnit unit,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal listPrice,
        @Nullable String priceVersion) {

    /** An amount that was not found by counting. */
    public static Billing of(Cost cost) {
        return new Billing(cost, null, null, null, null, null);
    }
}
