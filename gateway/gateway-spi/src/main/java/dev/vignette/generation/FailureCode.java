package dev.vignette.generation;

import java.util.Locale;

/** Why an accepted generation came to nothing, as apps see it. */
public enum FailureCode {
    CONTENT_REFUSED,
    INVALID_INPUT,
    PROVIDER_UNAVAILABLE,
    PROVIDER_FAILED,
    PROVIDER_CREDENTIALS,
    PROVIDER_OUT_OF_CREDIT,
    THROTTLED,
    DEADLINE_EXCEEDED,
    OUTPUT_LOST,
    OUTCOME_UNKNOWN,
    MALFORMED_ANSWER;

    /** The code on the wire, for example {@code content_refused}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
