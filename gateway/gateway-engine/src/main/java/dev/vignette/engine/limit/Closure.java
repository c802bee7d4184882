package dev.vignette.engine.limit;

import java.time.Instant;

/**
 * Why an account gets no order now.
 *
 * @param until when it gets one again
 * @param why the reason
 */
public record Closure(Instant until, Why why) {

    /** Reasons to wait that have an end. */
    public enum Why {
        /** The provider refused an order as one too many. */
        THROTTLED,
        /** The provider has said that no order is left, or few are and they are spread. */
        QUOTA,
        /** The account has had its orders of this minute. */
        ORDERS_PER_MINUTE,
        /** All places are taken, some of them by other gateways. */
        IN_FLIGHT
    }
}
