/**
 * What another configuration would do: what was asked before, judged by both. Decides nothing and
 * spends nothing.
 */
@NullMarked
package dev.vignette.engine.plan;

import org.jspecify.annotations.NullMarked;
