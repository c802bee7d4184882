package dev.vignette.portrait;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The scene behind the person. */
public enum Background {
    WHITE,
    BLACK,
    GRAY,
    GREEN_SCREEN,
    NEUTRAL,
    ORIGINAL;

    /** The name on the wire, for example {@code white}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that wire name, or empty when there is none. */
    public static Optional<Background> of(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName().equals(wireName)).findFirst();
    }
}
