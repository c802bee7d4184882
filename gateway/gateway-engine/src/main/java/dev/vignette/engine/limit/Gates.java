package dev.vignette.engine.limit;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One gate for each account. What a gate has learned stays when the account's settings change. */
public final class Gates {
    /** Single looks at a job are worth it this far apart: official clients leave 500 ms. */
    private static final Duration UNHURRIED = Duration.ofMillis(700);

    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Surroundings around;

    /** Without any gate yet. */
    public Gates(Surroundings around) {
        this.around = around;
    }

    /** The account's gate, within the limits that are in force now. */
    public Gate of(ProviderSlot slot) {
        String provider = slot.provider().name();
        Gate gate = gates.computeIfAbsent(provider, name -> new Gate(name, around));
        gate.keepWithin(inForce(provider).map(ProviderSlot::limits).orElse(slot.limits()));
        return gate;
    }

    /** How many orders wait for a place at that provider, in this gateway. */
    public int waiting(String provider) {
        Gate gate = gates.get(provider);
        return gate == null ? 0 : gate.waiting();
    }

    /** An order may be out under older settings; limits are those of now. */
    private Optional<ProviderSlot> inForce(String provider) {
        return Optional.ofNullable(around.inForce().providers().get(provider));
    }

    /** How each account in force stands, by name. */
    public List<GateView> views() {
        return around.inForce().providers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> of(entry.getValue()).view())
                .toList();
    }

    /** Whether so many are in flight that each could be looked at alone only now and then. */
    public boolean crowded(ProviderSlot slot) {
        return pace(slot, Duration.ZERO).compareTo(UNHURRIED) > 0;
    }

    /**
     * How long to leave a job alone: what the adapter proposes, stretched so that all jobs in
     * flight together stay within the account's reads a minute.
     */
    public Duration pace(ProviderSlot slot, Duration proposed) {
        if (slot.limits().readsPerMinute().isEmpty()) {
            return proposed;
        }
        Duration fair =
                Duration.ofMinutes(1)
                        .multipliedBy(of(slot).inside())
                        .dividedBy(slot.limits().readsPerMinute().getAsInt());
        return fair.compareTo(proposed) > 0 ? fair : proposed;
    }
}
