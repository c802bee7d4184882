package dev.vignette.modelslab;

import dev.vignette.provider.FailureKind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The vendor's error texts, told apart by fragments because the same error comes in several
 * wordings and under several HTTP statuses. Sources: documentation, "Error codes" and "Rate
 * limits"; the texts under 200 are what public clients handle. The order matters: "Rate limit
 * exceeded. Maximum 5 queued requests allowed" must not be read for anything else.
 */
enum Complaint {
    MODERATED(FailureKind.CONTENT_REFUSED, "nsfw|moderat|sensitive content"),
    RATE(FailureKind.THROTTLED, "rate limit|too many requests|queued requests|queue (is )?full"),
    NO_MONEY(FailureKind.OUT_OF_CREDIT, "\\bcredits?\\b|monthly limit"),
    KEY(FailureKind.CREDENTIALS, "api key|premium subscription|unauthorized"),
    NO_SUCH_JOB(FailureKind.LOST, "does not exist or is not queued|not queued"),
    /** It broke while it had the order, which may exist. */
    SERVER(FailureKind.UNAVAILABLE, "server error|temporarily unavailable"),
    /** No model is ready to take it. */
    COLD(FailureKind.UNAVAILABLE, "try again|\\bloading\\b|warming up"),
    NO_MODEL(FailureKind.UNSUPPORTED, "model not found"),
    INPUT(
            FailureKind.INVALID_INPUT,
            "required|must be|may not be|unable to fetch image|\\binvalid\\b");

    private final FailureKind kind;
    private final Pattern fragments;

    Complaint(FailureKind kind, String fragments) {
        this.kind = kind;
        this.fragments = Pattern.compile(fragments, Pattern.CASE_INSENSITIVE);
    }

    FailureKind kind() {
        return kind;
    }

    /** What the text complains about, or empty when it matches nothing known. */
    static Optional<Complaint> in(String text) {
        for (Complaint complaint : values()) {
            if (complaint.fragments.matcher(text).find()) {
                return Optional.of(complaint);
            }
        }
        return Optional.empty();
    }

    /** What the HTTP status alone says, or empty when it says nothing definite. */
    static Optional<Complaint> of(int status) {
        return switch (status) {
            case 400, 413, 422 -> Optional.of(INPUT);
            case 401, 403 -> Optional.of(KEY);
            case 402 -> Optional.of(NO_MONEY);
            case 404, 405 -> Optional.of(NO_MODEL);
            case 429 -> Optional.of(RATE);
            default -> Optional.empty();
        };
    }
}
