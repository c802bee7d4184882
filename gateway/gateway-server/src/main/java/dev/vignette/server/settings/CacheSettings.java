package dev.vignette.server.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * How results are cached.
 *
 * @param ttl how long stored pictures serve later requests; absent: 24 hours
 * @param maxSize the memory the front of the cache may take; absent: 256 MB
 */
public record CacheSettings(Duration ttl, ByteSize maxSize) {
    private static final Duration DAY = Duration.ofHours(24);
    private static final ByteSize QUARTER_GIGABYTE = new ByteSize(256_000_000);

    static final CacheSettings DEFAULT = new CacheSettings(DAY, QUARTER_GIGABYTE);

    public CacheSettings {
        ttl = Objects.requireNonNullElse(ttl, DAY);
        maxSize = Objects.requireNonNullElse(maxSize, QUARTER_GIGABYTE);
    }
}
