package dev.vignette.server.http.costs;

import dev.vignette.store.EntryQuery;

/**
 * Which lines of the ledger to list and how.
 *
 * @param query which
 * @param after the place in the ledger where the page before ended, or 0
 * @param limit at most so many on a page
 * @param format how they are written
 */
record EntryRequest(EntryQuery query, long after, int limit, CostFormat format) {}
