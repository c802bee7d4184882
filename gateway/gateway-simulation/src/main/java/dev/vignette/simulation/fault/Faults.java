package dev.vignette.simulation.fault;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Which faults are in a schedule, and how often each strikes. Most schedules know only some of
 * them, so that rare ones are not always drowned by frequent ones.
 */
public final class Faults {
    private static final double IN_THE_DRAW = 0.4;

    private final Chance chance;
    private final BooleanSupplier over;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);

    /**
     * Draws them.
     *
     * @param over whether faults have stopped
     */
    public Faults(Chance chance, BooleanSupplier over) {
        this.chance = chance;
        this.over = over;
        for (Fault fault : Fault.values()) {
            boolean drawn = chance.of(IN_THE_DRAW);
            double share = Math.pow(10, -2 * chance.source().nextDouble());
            rates.put(fault, drawn ? fault.most() * share : 0);
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

    /** It never happens in this schedule. */
    public Faults without(Fault fault) {
        rates.put(fault, 0.0);
        return this;
    }

    /** What the details of a fault are drawn from. */
    public Chance chance() {
        return chance;
    }
}
