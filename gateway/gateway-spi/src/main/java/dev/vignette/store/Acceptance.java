package dev.vignette.store;

import dev.vignette.generation.Generation;
import dev.vignette.ledger.BudgetUse;

/** What became of a proposal. */
public sealed interface Acceptance {

    /** Accepted as proposed, durably. */
    record Accepted(Generation generation) implements Acceptance {}

    /** Accepted, durably, as one more generation of a production in flight. */
    record Joined(Generation generation) implements Acceptance {}

    /** The key was used for the same content before: that generation, as it is now. */
    record Replayed(Generation generation) implements Acceptance {}

    /** The stored pictures that were to serve it are being deleted. Nothing was accepted. */
    record Missed() implements Acceptance {}

    /**
     * A budget does not allow what its attempts may cost. Nothing was accepted.
     *
     * @param use how the budget stands
     */
    record OverBudget(BudgetUse use) implements Acceptance {}

    /** The key was used for other content before. Nothing was accepted. */
    record KeyReused() implements Acceptance {}
}
