package dev.vignette.server.settings;

/** The program cannot start until the operator has put something right. */
public sealed class StartRefused extends RuntimeException permits InvalidSettings {
    private static final long serialVersionUID = 1L;

    /** Says in one line what to put right. */
    public StartRefused(String sentence) {
        super(sentence);
    }
}
