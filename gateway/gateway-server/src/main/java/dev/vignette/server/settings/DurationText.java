package dev.vignette.server.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as operators write them: {@code 500ms}, {@code 20s}, {@code 24h}, {@code PT1H30M}. */
final class DurationText {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h|d)");

    private DurationText() {}

    /**
     * Reads a duration of more than nothing.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Duration parse(String text) {
        Matcher parts = SHORT.matcher(text);
        Duration duration = parts.matches() ? shortForm(parts) : isoForm(text);
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("a duration is more than nothing");
        }
        return duration;
    }

    private static Duration shortForm(Matcher parts) {
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case String _ -> Duration.ofDays(number);
        };
    }

    private static Duration isoForm(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException refused) {
            throw new IllegalArgumentException("not a duration", refused);
        }
    }
}
