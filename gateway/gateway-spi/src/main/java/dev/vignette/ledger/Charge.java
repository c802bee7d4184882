package dev.vignette.ledger;

import dev.vignette.money.Cost;
import java.time.Instant;

/**
 * What one attempt cost, or what a provider takes for a month. Written once per attempt, in the
 * transaction that records its end.
 *
 * @param id its name, {@code chg_} and a sortable id
 * @param at when it was written
 * @param work what was done
 * @param billing what it cost
 */
public record Charge(String id, Instant at, Work work, Billing billing) implements Line {

    /** The amount and how well it is known. */
    public Cost cost() {
        return billing.cost();
    }
}
