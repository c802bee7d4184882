package dev.vignette.simulation.world;

import dev.vignette.simulation.gateway.Gateway;
import dev.vignette.simulation.time.Scheduler;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;

/** When at least one gateway was able to work, looked at every few seconds. */
public final class Health {
    private static final Duration GLANCE = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final List<Gateway> gateways;
    private final BitSet well = new BitSet();

    Health(Scheduler scheduler, List<Gateway> gateways) {
        this.scheduler = scheduler;
        this.gateways = gateways;
    }

    void watch() {
        scheduler.after(GLANCE, this::watch);
        if (gateways.stream().anyMatch(Gateway::well)) {
            well.set(glance(scheduler.now()));
        }
    }

    /** For how long somebody was able to work in that span, about. */
    public Duration between(long from, long to) {
        long glances = well.get(glance(from), Math.max(glance(from), glance(to))).cardinality();
        return GLANCE.multipliedBy(glances);
    }

    private static int glance(long moment) {
        return (int) (moment / GLANCE.toNanos());
    }
}
