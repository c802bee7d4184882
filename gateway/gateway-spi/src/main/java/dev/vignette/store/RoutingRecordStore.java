package dev.vignette.store;

import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.ProductionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Why providers were chosen. Written with the attempts that follow from it, by {@link
 * GenerationStore#accept} and {@link ProductionStore#plan}.
 */
public interface RoutingRecordStore {

    /** Every record of that production, oldest first; empty when there is no such production. */
    List<Kept> of(ProductionId production);

    /**
     * A record and what came of it.
     *
     * @param why why
     * @param waited how long its attempts waited for their places until now, the longest; empty
     *     while none was sent
     */
    record Kept(RoutingRecord why, Optional<Duration> waited) {}
}
