package dev.vignette.money;

import java.math.BigDecimal;

/**
 * How long a provider usually computes for one order, as the operator knows it: what a price by the
 * second needs to be known before anything is bought.
 *
 * @param usual seconds one order usually takes, above zero
 * @param most seconds one order takes at most, not less than usual
 */
public record TypicalTime(BigDecimal usual, BigDecimal most) {
    public TypicalTime {
        if (usual.signum() <= 0 || most.compareTo(usual) < 0) {
            throw new IllegalArgumentException("an order takes some time, and at most not less");
        }
    }
}
