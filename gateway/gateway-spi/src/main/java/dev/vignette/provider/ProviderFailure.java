package dev.vignette.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or a failure, translated.
 *
 * @param kind what the engine acts on
 * @param detail one safe sentence for people: no key, link, prompt or provider body in it
 * @param vendorCode the vendor's own code, for operators; {@code null} when there is none
 * @param askedWait how long the provider asked to wait; {@code null} when it did not say
 */
public record ProviderFailure(
        FailureKind kind,
        String detail,
        @Nullable String vendorCode,
        @Nullable Duration askedWait) {

    /** A failure without a vendor's code or a wait. */
    public static ProviderFailure of(FailureKind kind, String detail) {
        return new ProviderFailure(kind, detail, null, null);
    }

    /** How long the provider asked to wait, or empty when it did not say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(askedWait);
    }
}
