package dev.vignette.replicate;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells why a run failed, from the text Replicate leaves; the text itself is shown to nobody. */
final class FailedRun {
    /** In brackets towards the end, sometimes with a random tag in brackets behind it. */
    private static final Pattern CODE = Pattern.compile("\\((?:code: )?(E\\d{3,4}|PA)\\)");

    private static final Pattern LEADING_CODE = Pattern.compile("\\b(E\\d{4})\\b");

    /**
     * Failures of the platform, not of the picture: unknown, start timeout, stopped, health check,
     * file upload ("Error codes"), and two seen elsewhere: director error, interrupted.
     */
    private static final Set<String> PLATFORM =
            Set.of("E1000", "E6716", "E8367", "E8765", "E9825", "E9828", "PA");

    private FailedRun() {}

    static ProviderFailure of(@Nullable String error) {
        String text = error == null ? "" : error;
        @Nullable String code = code(text);
        if (moderated(text, code)) {
            return failure(FailureKind.CONTENT_REFUSED, "Replicate refused the content", code);
        }
        if (code != null && PLATFORM.contains(code)) {
            return failure(FailureKind.UNAVAILABLE, "Replicate could not complete the run", code);
        }
        return failure(FailureKind.FAILED, "The run at Replicate failed", code);
    }

    private static boolean moderated(String text, @Nullable String code) {
        String lower = text.toLowerCase(Locale.ROOT);
        return "E005".equals(code)
                || Stream.of("sensitive", "nsfw", "flagged").anyMatch(lower::contains);
    }

    private static @Nullable String code(String text) {
        Matcher bracketed = CODE.matcher(text);
        if (bracketed.find()) {
            return bracketed.group(1);
        }
        Matcher leading = LEADING_CODE.matcher(text);
        return leading.find() ? leading.group(1) : null;
    }

    private static ProviderFailure failure(
            FailureKind kind, String sentence, @Nullable String code) {
        String detail = sentence + (code == null ? "." : " (" + code + ").");
        return new ProviderFailure(kind, detail, code, null);
    }
}
