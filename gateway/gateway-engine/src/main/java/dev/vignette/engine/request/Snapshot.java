package dev.vignette.engine.request;

import dev.vignette.generation.Generation;
import dev.vignette.generation.Production;
import dev.vignette.money.Cost;
import dev.vignette.store.RoutingRecordStore.Kept;
import java.util.List;

/**
 * A generation as it is at one moment.
 *
 * @param generation what was asked and whether it is over
 * @param production the making of its pictures; its attempts belong to this generation only when it
 *     bought them itself
 * @param cost what it cost this generation: zero when it joined or hit, unpriced while an outcome
 *     or a price is unknown, an estimate while it runs
 * @param routing why its pictures are bought where they are, oldest first; empty for a hit
 */
public record Snapshot(
        Generation generation, Production production, Cost cost, List<Kept> routing) {
    public Snapshot {
        routing = List.copyOf(routing);
    }
}
