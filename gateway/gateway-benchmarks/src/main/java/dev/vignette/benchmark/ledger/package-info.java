/** Ledgers that nobody bought, with sums that are known beforehand. */
package dev.vignette.benchmark.ledger;
