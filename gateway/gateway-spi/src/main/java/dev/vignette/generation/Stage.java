package dev.vignette.generation;

import java.util.Locale;

/** How far a production is. */
public enum Stage {
    /** Nothing was sent yet. */
    QUEUED,
    /** A provider is at work, or may be. */
    RUNNING,
    /** Everything is bought; pictures are being copied. */
    STORING,
    /** Over. */
    DONE;

    /** The name on the wire, for example {@code storing}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
