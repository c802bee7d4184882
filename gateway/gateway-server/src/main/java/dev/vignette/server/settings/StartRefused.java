package dev.vignette.server.settings;

import java.util.List;

/** The program cannot start until the operator has put something right. */
public sealed class StartRefused extends RuntimeException permits InvalidSettings {
    private static final long serialVersionUID = 1L;

    /** Says in one line what to put right. */
    public StartRefused(String sentence) {
        super(sentence);
    }

    /** What to put right, one by one; at least one. */
    public List<Fault> faults() {
        return List.of(new Fault(0, null, String.valueOf(getMessage())));
    }
}
