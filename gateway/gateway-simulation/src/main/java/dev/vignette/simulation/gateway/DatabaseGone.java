package dev.vignette.simulation.gateway;

/** A transaction came to nothing, or nobody knows what it came to. */
final class DatabaseGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseGone(String message) {
        super(message);
    }
}
