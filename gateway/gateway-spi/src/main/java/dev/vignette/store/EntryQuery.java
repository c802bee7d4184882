package dev.vignette.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the ledger to list.
 *
 * @param from the first moment, inclusive; 1970 or later
 * @param to the last moment, exclusive; 2262 or earlier
 * @param filter which lines
 * @param type {@code charge} or {@code correction}; {@code null} for both
 */
public record EntryQuery(Instant from, Instant to, CostFilter filter, @Nullable String type) {}
