package dev.vignette.server.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * How long things are kept.
 *
 * @param inputs how long a reference photo is kept after its pictures are made; absent: 1 hour
 * @param images how long pictures are kept; absent: until somebody deletes them
 */
public record RetentionSettings(Duration inputs, ImageLife images) {
    private static final Duration HOUR = Duration.ofHours(1);

    static final RetentionSettings DEFAULT = new RetentionSettings(HOUR, ImageLife.KEEP);

    public RetentionSettings {
        inputs = Objects.requireNonNullElse(inputs, HOUR);
        images = Objects.requireNonNullElse(images, ImageLife.KEEP);
    }
}
