package dev.vignette.portrait;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which providers may serve a request they cannot honour in full. */
public enum OnMisfit {
    /** Only providers that honour or adapt every member the caller set. */
    ADAPT,
    /** Members may be left out, and are reported. */
    DROP,
    /** Only providers that honour every member the caller set. */
    EXACT;

    /** The name on the wire, for example {@code adapt}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that wire name, or empty when there is none. */
    public static Optional<OnMisfit> of(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName().equals(wireName)).findFirst();
    }
}
