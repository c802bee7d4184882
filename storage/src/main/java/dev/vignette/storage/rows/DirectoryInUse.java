package dev.vignette.storage.rows;

import java.nio.file.Path;

/** Another process works with the data directory. Its message is one line for the operator. */
public final class DirectoryInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DirectoryInUse(Path directory) {
        super("the data directory " + directory + " is in use by another process");
    }
}
