package dev.vignette.engine.reconcile;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import dev.vignette.provider.ListsJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Until when there is hope that something is found out about an order by itself. */
public final class Horizons {
    /** A provider without a list calls within that time, or probably never. */
    private static final Duration WITHOUT_LIST = Duration.ofMinutes(10);

    private final Surroundings around;

    /** Horizons of the providers in force. */
    public Horizons(Surroundings around) {
        this.around = around;
    }

    /**
     * The horizon of an attempt. Where the provider's list can be read, three quarters of the time
     * that it shows what was asked; elsewhere ten minutes, but at most half of what its production
     * had left then, so that there is time to do something about it.
     *
     * @param until the last moment the order can have reached the provider
     */
    public Instant of(Production production, Attempt attempt, Instant until) {
        Optional<ProviderSlot> slot = around.slot(attempt);
        if (slot.isPresent() && slot.get().provider() instanceof ListsJobs lists) {
            return until.plus(ofList(lists));
        }
        Duration half = Duration.between(until, production.deadline()).dividedBy(2);
        return until.plus(half.compareTo(WITHOUT_LIST) < 0 ? half : WITHOUT_LIST);
    }

    /** How long after an order its provider's list is worth reading. */
    static Duration ofList(ListsJobs lists) {
        return lists.memory().multipliedBy(3).dividedBy(4);
    }
}
