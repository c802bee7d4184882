/**
 * The ledger in the form that finance tools read: a cost and usage dataset by FOCUS 1.2, the FinOps
 * Open Cost and Usage Specification. What a column means is said where it is filled.
 */
@NullMarked
package dev.vignette.server.http.focus;

import org.jspecify.annotations.NullMarked;
