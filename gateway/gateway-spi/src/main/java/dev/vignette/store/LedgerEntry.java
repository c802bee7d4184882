package dev.vignette.store;

import dev.vignette.generation.Charge;

/**
 * A charge at its place in the ledger.
 *
 * @param sequence its place, from 1, growing
 * @param charge the charge
 */
public record LedgerEntry(long sequence, Charge charge) {}
