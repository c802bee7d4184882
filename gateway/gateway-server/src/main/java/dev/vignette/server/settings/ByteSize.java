package dev.vignette.server.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size in memory, for example {@code 256MB}.
 *
 * @param bytes how many bytes, at least 1
 */
public record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s?(B|kB|KB|MB|GB)");
    private static final long KILO = 1_000;

    public ByteSize {
        if (bytes < 1) {
            throw new IllegalArgumentException("a size is at least one byte");
        }
    }

    /**
     * Reads a whole number followed by B, kB, MB or GB, in thousands.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static ByteSize parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a size");
        }
        return new ByteSize(Long.parseLong(parts.group(1)) * unit(parts.group(2)));
    }

    private static long unit(String name) {
        return switch (name) {
            case "GB" -> KILO * KILO * KILO;
            case "MB" -> KILO * KILO;
            case "B" -> 1;
            case String _ -> KILO;
        };
    }
}
