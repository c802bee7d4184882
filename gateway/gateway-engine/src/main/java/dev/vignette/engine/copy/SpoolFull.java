package dev.vignette.engine.copy;

import java.io.IOException;

/** The spool holds as much as it may. */
final class SpoolFull extends IOException {
    private static final long serialVersionUID = 1L;

    SpoolFull() {
        super("the spool is full");
    }
}
