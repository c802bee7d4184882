package dev.vignette.portrait;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file format the caller wants the pictures in. */
public enum OutputFormat {
    PNG,
    JPEG,
    WEBP;

    /** The name on the wire, for example {@code png}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that wire name, or empty when there is none. */
    public static Optional<OutputFormat> of(String wireName) {
        return Arrays.stream(values()).filter(v -> v.wireName().equals(wireName)).findFirst();
    }
}
