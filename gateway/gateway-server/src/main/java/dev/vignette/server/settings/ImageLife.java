package dev.vignette.server.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How long stored pictures are kept.
 *
 * @param limit how long, or empty when they are kept until somebody deletes them
 */
public record ImageLife(Optional<Duration> limit) {

    /** They are kept until somebody deletes them. */
    public static final ImageLife KEEP = new ImageLife(Optional.empty());

    /**
     * Reads {@code keep} or a duration.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static ImageLife parse(String text) {
        return text.equals("keep") ? KEEP : new ImageLife(Optional.of(DurationText.parse(text)));
    }
}
