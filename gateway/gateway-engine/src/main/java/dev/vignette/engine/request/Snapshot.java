package dev.vignette.engine.request;

import dev.vignette.generation.Generation;
import dev.vignette.generation.Production;
import dev.vignette.money.Cost;

/**
 * A generation as it is at one moment.
 *
 * @param generation what was asked and whether it is over
 * @param production the making of its pictures; its attempts belong to this generation only when it
 *     bought them itself
 * @param cost what it cost this generation: zero when it joined or hit, unpriced while an outcome
 *     or a price is unknown, an estimate while it runs
 */
public record Snapshot(Generation generation, Production production, Cost cost) {}
