package dev.vignette.storage.rows;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used the way it is set up: its address, who uses it, or its version. Its
 * message is one line for the operator, without secrets.
 */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
