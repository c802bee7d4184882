package dev.vignette.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent a request is while orders have to wait for a place at a provider. */
public enum Priority {
    /** Somebody is waiting for it. */
    LIVE,
    /** It may wait behind all that is live. */
    BATCH;

    /** The name on the wire, for example {@code batch}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The priority of that wire name, or empty when there is none. */
    public static Optional<Priority> of(String wireName) {
        return Arrays.stream(values())
                .filter(known -> known.wireName().equals(wireName))
                .findFirst();
    }
}
