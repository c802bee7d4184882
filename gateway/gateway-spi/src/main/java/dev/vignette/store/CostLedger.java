package dev.vignette.store;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import java.util.List;
import java.util.Optional;

/**
 * The append-only ledger of what was spent. Charges get into it by {@link
 * ProductionStore#conclude}, so that none is without its attempt's end; everything afterwards is a
 * correction.
 */
public interface CostLedger {

    /** Lines after that place, in order. */
    List<LedgerEntry> after(long sequence, int limit);

    /** The charge of that id, or empty when there is none. */
    Optional<Charge> find(String charge);

    /**
     * Writes corrections down, all or none, except those whose {@link Correction#key} is there
     * already: they were made before.
     *
     * @return how many were written
     */
    int correct(List<Correction> corrections);
}
