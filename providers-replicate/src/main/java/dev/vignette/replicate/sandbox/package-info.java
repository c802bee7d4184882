/**
 * Replicate's double for the sandbox, tests and benchmarks: predictions that pass through their
 * states, a list, uploads, rate limits and errors as Replicate's public documentation describes
 * them; and signed webhooks. Knows nothing of the adapter beside it. Besides the control calls of
 * every double it has two more:
 *
 * <pre>
 * PUT    /control/limits          {"orders_per_minute": 600, "reads_per_minute": 3000}
 * POST   /control/webhook-secret  replaces the secret that webhooks are signed with
 * </pre>
 */
@NullMarked
package dev.vignette.replicate.sandbox;

import org.jspecify.annotations.NullMarked;
