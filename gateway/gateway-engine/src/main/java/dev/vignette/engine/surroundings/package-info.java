/**
 * What every part of the engine lives in: the operator's decisions, time, ids, and who looks on.
 */
@NullMarked
package dev.vignette.engine.surroundings;

import org.jspecify.annotations.NullMarked;
