/**
 * Finds out what became of orders whose answer was lost: {@link
 * dev.vignette.engine.reconcile.Webhooks} takes what providers tell, {@link
 * dev.vignette.engine.reconcile.Reconciler} looks through what they list, {@link
 * dev.vignette.engine.reconcile.Binding} ties a job that was found to its attempt, and {@link
 * dev.vignette.engine.reconcile.Reviews} lets operators decide about the rest.
 */
@NullMarked
package dev.vignette.engine.reconcile;

import org.jspecify.annotations.NullMarked;
