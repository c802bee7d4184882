package dev.vignette.server.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * The links to pictures.
 *
 * @param life how long a new link works, 10 seconds to 7 days, which is as long as S3 signs;
 *     absent: 1 hour
 */
public record LinkSettings(Duration life) {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(7);

    static final LinkSettings DEFAULT = new LinkSettings(HOUR);

    public LinkSettings {
        life = Objects.requireNonNullElse(life, HOUR);
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'life' is between 10s and 7d");
        }
    }
}
