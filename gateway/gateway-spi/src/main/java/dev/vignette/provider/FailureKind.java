package dev.vignette.provider;

import java.util.Locale;

/** Why a provider did not deliver. The engine acts on this, never on texts or HTTP codes. */
public enum FailureKind {
    /** The order itself is at fault; another provider would refuse it too. */
    INVALID_INPUT,
    /** This provider cannot do it as configured, for example an unknown model version. */
    UNSUPPORTED,
    /** Moderated. Never fails over silently. */
    CONTENT_REFUSED,
    /** The account's credential is missing, wrong or not permitted. */
    CREDENTIALS,
    /** The account has no money left. */
    OUT_OF_CREDIT,
    /** Too many requests; see {@link ProviderFailure#retryAfter()}. */
    THROTTLED,
    /** Could not be reached, or is not able to serve now. */
    UNAVAILABLE,
    /** It ran and failed. */
    FAILED,
    /** The provider stopped it at the deadline it was given. */
    DEADLINE,
    /** The job or its output is no longer there. */
    LOST,
    /** It was cancelled. */
    CANCELED,
    /** An answer nobody can read. */
    MALFORMED_ANSWER;

    /** The name in rows and logs, for example {@code out_of_credit}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
