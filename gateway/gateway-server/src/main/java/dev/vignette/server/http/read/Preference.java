package dev.vignette.server.http.read;

import io.micronaut.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a caller prefers (RFC 7240): an answer at once, or one that waits. What is not understood is
 * ignored, as that standard demands.
 *
 * @param patience how long to hold the answer back; zero means not at all
 * @param applied what to say in {@code Preference-Applied}; {@code null} for nothing
 */
public record Preference(Duration patience, @Nullable String applied) {
    private static final Preference NONE = new Preference(Duration.ZERO, null);
    private static final Preference AT_ONCE = new Preference(Duration.ZERO, "respond-async");
    private static final String WAIT = "wait=";
    private static final int MOST_DIGITS = 9;

    /**
     * Reads {@code Prefer}. {@code respond-async} wins over a wait; a wait is cut to the longest.
     */
    public static Preference read(HttpHeaders headers, Duration longest) {
        Preference found = NONE;
        for (String header : headers.getAll("Prefer")) {
            for (String item : header.split(",", -1)) {
                String preference = withoutParameters(item);
                if (preference.equals("respond-async")) {
                    return AT_ONCE;
                }
                if (found.equals(NONE) && preference.startsWith(WAIT)) {
                    found = waiting(preference.substring(WAIT.length()), longest);
                }
            }
        }
        return found;
    }

    /** As RFC 7240 has it, there may be blanks around the equals sign. */
    private static String withoutParameters(String item) {
        int parameters = item.indexOf(';');
        String preference = parameters < 0 ? item : item.substring(0, parameters);
        return preference.replaceAll("[ \\t]", "").toLowerCase(Locale.ROOT);
    }

    private static Preference waiting(String text, Duration longest) {
        String digits = text.replace("\"", "");
        boolean number =
                !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return NONE;
        }
        long seconds = Math.min(Long.parseLong(digits), longest.toSeconds());
        return new Preference(Duration.ofSeconds(seconds), WAIT + seconds);
    }
}
