package dev.vignette.server;

/** The program cannot start until the operator has put something right. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says in one line what to put right. */
    public StartRefused(String sentence) {
        super(sentence);
    }
}
