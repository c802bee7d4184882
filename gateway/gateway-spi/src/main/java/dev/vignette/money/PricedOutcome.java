package dev.vignette.money;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ends of an attempt that a price may be for. An attempt that ends otherwise costs nothing. */
public enum PricedOutcome {
    /** It brought pictures. */
    SUCCEEDED,
    /** It ran and brought none. */
    FAILED,
    /** It was called off or given up while it ran. */
    CANCELED;

    /** The name on the wire, for example {@code succeeded}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or empty when an attempt of that end never ran. */
    public static Optional<PricedOutcome> of(String wireName) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wireName().equals(wireName))
                .findFirst();
    }
}
