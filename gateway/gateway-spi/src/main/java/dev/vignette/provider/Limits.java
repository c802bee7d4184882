package dev.vignette.provider;

import java.util.OptionalInt;

/**
 * What one account may do at once.
 *
 * @param inFlight jobs not yet ended, or empty for no limit
 * @param ordersPerMinute calls that place an order, or empty for no limit
 * @param readsPerMinute all other calls, or empty for no limit
 */
public record Limits(
        OptionalInt inFlight, OptionalInt ordersPerMinute, OptionalInt readsPerMinute) {

    /** No limit of any kind. */
    public static final Limits NONE =
            new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
}
