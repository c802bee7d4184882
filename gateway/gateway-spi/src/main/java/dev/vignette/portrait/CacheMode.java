package dev.vignette.portrait;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a request treats pictures that were made before. */
public enum CacheMode {
    /** Take stored pictures of an identical request, or join one in flight. */
    USE,
    /** Make new ones and keep them for later requests. */
    REFRESH,
    /** Neither look nor keep. */
    OFF;

    /** The name on the wire, for example {@code use}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that wire name, or empty when there is none. */
    public static Optional<CacheMode> of(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName().equals(wireName)).findFirst();
    }
}
