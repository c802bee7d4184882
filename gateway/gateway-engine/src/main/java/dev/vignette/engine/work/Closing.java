package dev.vignette.engine.work;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;

/** Why nothing more is bought for a production. */
enum Closing {
    /** Nobody who waits for it has time left. */
    DEADLINE(FailureKind.DEADLINE, "its time was over before it was sent"),
    /** Everybody who waited has called it off. */
    CANCELED(FailureKind.CANCELED, "called off before it was sent");

    private final FailureKind kind;
    private final String detail;

    Closing(FailureKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    /** Why an attempt that waited was not sent. */
    ProviderFailure failure() {
        return ProviderFailure.of(kind, detail);
    }
}
