package dev.vignette.provider;

import java.time.Instant;

/**
 * How many orders an account has left, as the vendor said with its last answer to an order.
 *
 * @param remaining orders left, 0 or more
 * @param resetsAt when it has more again, by the gateway's clock
 */
public record Quota(int remaining, Instant resetsAt) {}
