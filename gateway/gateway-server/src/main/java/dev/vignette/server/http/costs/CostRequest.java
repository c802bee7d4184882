package dev.vignette.server.http.costs;

import dev.vignette.store.CostQuery;

/**
 * Which costs to report and how.
 *
 * @param query which
 * @param csv whether as a table
 */
record CostRequest(CostQuery query, boolean csv) {}
