package dev.vignette.store;

import dev.vignette.generation.Generation;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.ledger.Budget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A generation to be accepted. */
public sealed interface Proposal {

    /** The generation itself. */
    Generation generation();

    /** The caller's idempotency key; {@code null} when he sent none. */
    @Nullable IdempotencyClaim claim();

    /**
     * Pictures are to be bought, unless somebody is at it.
     *
     * @param generation open, with the origin {@code Bought}
     * @param production queued, with its first attempts preparing
     * @param why why those attempts are at that provider
     * @param budgets those that cover the client; none may be exceeded by what its attempts may
     *     cost
     * @param joins whether it may join an identical production in flight
     * @param claim see {@link Proposal#claim()}
     */
    record Buy(
            Generation generation,
            Production production,
            RoutingRecord why,
            List<Budget> budgets,
            boolean joins,
            @Nullable IdempotencyClaim claim)
            implements Proposal {
        public Buy {
            budgets = List.copyOf(budgets);
        }
    }

    /**
     * Stored pictures serve it.
     *
     * @param generation already succeeded, with the origin {@code Hit}
     * @param claim see {@link Proposal#claim()}
     */
    record Take(Generation generation, @Nullable IdempotencyClaim claim) implements Proposal {}
}
