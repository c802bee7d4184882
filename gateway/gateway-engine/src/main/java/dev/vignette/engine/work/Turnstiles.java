package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Waits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One turnstile for each configured account. */
final class Turnstiles {
    private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();
    private final Waits waits;

    Turnstiles(Waits waits) {
        this.waits = waits;
    }

    /** The account's turnstile. */
    Turnstile of(ProviderSlot slot) {
        return turnstiles.computeIfAbsent(
                slot.provider().name(), _ -> new Turnstile(slot.limits(), waits));
    }

    /** The same, which keeps to these limits from now on. */
    Turnstile inForce(ProviderSlot slot) {
        Turnstile turnstile = of(slot);
        turnstile.keepTo(slot.limits());
        return turnstile;
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
