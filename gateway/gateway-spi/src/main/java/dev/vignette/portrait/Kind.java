package dev.vignette.portrait;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of picture is wanted. */
public enum Kind {
    /** Several poses of one person. */
    PORTRAIT_SERIES(4),
    /** One described picture of that person. */
    HEADSHOT(1);

    private final int defaultCount;

    Kind(int defaultCount) {
        this.defaultCount = defaultCount;
    }

    /** How many pictures are made when the caller names no count; at least 1. */
    public int defaultCount() {
        return defaultCount;
    }

    /** The name on the wire, in configuration and in the ledger, for example {@code headshot}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that wire name, or empty when there is none. */
    public static Optional<Kind> of(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }
}
