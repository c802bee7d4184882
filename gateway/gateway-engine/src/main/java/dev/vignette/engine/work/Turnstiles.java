package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Waits;
import dev.vignette.provider.Limits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One turnstile for each configured account. */
final class Turnstiles {
    /** Single looks at a job are worth it this far apart: official clients leave 500 ms. */
    private static final Duration UNHURRIED = Duration.ofMillis(700);

    private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
    private final Waits waits;

    Turnstiles(Waits waits) {
        this.waits = waits;
    }

    /** The account's turnstile. */
    Turnstile of(ProviderSlot slot) {
        Limits limits = slot.limits();
        return turnstiles.computeIfAbsent(
                slot.provider().name(),
                _ -> new Turnstile(limits.inFlight(), limits.ordersPerMinute(), waits));
    }

    /** Whether so many are in flight that each could be looked at alone only now and then. */
    boolean crowded(ProviderSlot slot) {
        return pace(slot, Duration.ZERO).compareTo(UNHURRIED) > 0;
    }

    /**
     * How long to leave a job alone: what the adapter proposes, stretched so that all jobs in
     * flight together stay within the account's reads a minute.
     */
    Duration pace(ProviderSlot slot, Duration proposed) {
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
