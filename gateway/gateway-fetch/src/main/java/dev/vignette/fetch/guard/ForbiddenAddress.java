package dev.vignette.fetch.guard;

import java.io.IOException;

/** An address that may not be fetched; the message says why, for the operator. */
final class ForbiddenAddress extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String message) {
        super(message);
    }
}
