/**
 * What was spent, for finance: reports of the ledger, its lines, and its export, as JSON and as
 * tables.
 */
@NullMarked
package dev.vignette.server.http.costs;

import org.jspecify.annotations.NullMarked;
