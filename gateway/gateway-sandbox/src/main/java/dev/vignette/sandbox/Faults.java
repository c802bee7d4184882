package dev.vignette.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults of one double and how often each is still going to strike. */
public final class Faults {
    private final Map<String, Fault> known = new LinkedHashMap<>();
    private final Map<String, Integer> armed = new ConcurrentHashMap<>();

    Faults(Collection<? extends Fault> known) {
        known.forEach(fault -> this.known.put(fault.wireName(), fault));
    }

    /** Every fault this double knows. */
    public Collection<Fault> known() {
        return known.values();
    }

    /** The fault of that name, or empty when the double knows none. */
    public Optional<Fault> named(String wireName) {
        return Optional.ofNullable(known.get(wireName));
    }

    /** Lets it strike the next {@code times} occasions; zero disarms it. */
    public void arm(Fault fault, int times) {
        if (times > 0) {
            armed.put(fault.wireName(), times);
        } else {
            armed.remove(fault.wireName());
        }
    }

    /** Disarms everything. */
    public void clear() {
        armed.clear();
    }

    /** Whether it strikes now; if so, it is used up by one. */
    public boolean strikes(Fault fault) {
        boolean[] strikes = new boolean[1];
        armed.computeIfPresent(
                fault.wireName(),
                (_, left) -> {
                    strikes[0] = true;
                    return left == 1 ? null : left - 1;
                });
        return strikes[0];
    }

    /** How often each armed fault is still going to strike. */
    public Map<String, Integer> armed() {
        return Map.copyOf(armed);
    }
}
