package dev.vignette.store;

import dev.vignette.money.Money;
import java.time.Instant;

/**
 * What may be spent on orders that perhaps buy a second time.
 *
 * @param since attempts written down from then on count
 * @param limit what they may cost together, in one currency
 */
public record Allowance(Instant since, Money limit) {}
