/**
 * The work on one production: {@link dev.vignette.engine.work.ProductionWorker} sees it through,
 * {@link dev.vignette.engine.work.AttemptWorker} one attempt of it. Recovery after a crash is the
 * same way again, begun at the state that was written last.
 */
@NullMarked
package dev.vignette.engine.work;

import org.jspecify.annotations.NullMarked;
