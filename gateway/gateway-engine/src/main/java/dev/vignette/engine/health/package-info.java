/**
 * How providers stand at the moment: what their answers tell of them, and what operators say. Never
 * spends: a provider that failed is tried again with an order somebody wants.
 */
@NullMarked
package dev.vignette.engine.health;

import org.jspecify.annotations.NullMarked;
