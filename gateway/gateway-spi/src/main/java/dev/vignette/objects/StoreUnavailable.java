package dev.vignette.objects;

/** The store of files cannot be reached or written to now. What was asked may be tried again. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what could not be done; the cause stays in the log. */
    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
