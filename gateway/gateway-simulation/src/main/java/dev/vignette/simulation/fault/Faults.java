package dev.vignette.simulation.fault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Which faults are in a schedule, and how often each strikes. Most schedules know only some of
 * them, so that rare ones are not always drowned by frequent ones.
 */
public final class Faults {
    private static final double IN_THE_DRAW = 0.4;

    /** A backup is told by the time of the last order, so clocks have to be right about that. */
    private static final List<Fault> UNNOTICED = List.of(Fault.CLOCK_JUMP, Fault.COMMIT_SLOW);

    private final Chance chance;
    private final BooleanSupplier over;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);

    /**
     * Draws them.
     *
     * @param favoured those that are in the draw in any case, as often as they ever are
     * @param over whether faults have stopped
     */
    public Faults(Chance chance, Set<Fault> favoured, BooleanSupplier over) {
        this.chance = chance;
        this.over = over;
        for (Fault fault : Fault.values()) {
            boolean drawn = chance.of(IN_THE_DRAW);
            double share = Math.pow(10, -2 * chance.source().nextDouble());
            double rate = drawn ? fault.most() * share : 0;
            rates.put(fault, favoured.contains(fault) ? fault.favoured() : rate);
        }
        if (favoured.contains(Fault.RUSH)) {
            rates.keySet().stream().filter(fault -> fault != Fault.RUSH).forEach(this::without);
        }
        if (include(Fault.RESTORE)) {
            UNNOTICED.forEach(this::without);
        }
    }

    /** Whether that happens here and now. */
    public boolean strikes(Fault fault) {
        double rate = rates.getOrDefault(fault, 0.0);
        return rate > 0 && !over.getAsBoolean() && chance.of(rate);
    }

    /** Whether that may happen at all in this schedule. */
    public boolean include(Fault fault) {
        return rates.getOrDefault(fault, 0.0) > 0;
    }

    private void without(Fault fault) {
        rates.put(fault, 0.0);
    }

    /** What the details of a fault are drawn from. */
    public Chance chance() {
        return chance;
    }
}
