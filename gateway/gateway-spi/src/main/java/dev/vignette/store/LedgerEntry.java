package dev.vignette.store;

import dev.vignette.ledger.Line;

/**
 * A line at its place in the ledger.
 *
 * @param sequence its place, from 1, growing without gaps
 * @param line the line
 */
public record LedgerEntry(long sequence, Line line) {}
