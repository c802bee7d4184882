package dev.vignette.storage.rows;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How times are written into rows: nanoseconds since 1970 in UTC, good until the year 2262. */
final class Times {
    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    /** The number for that moment. */
    static long number(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano());
    }

    /** The number for that moment, or none for none. */
    static @Nullable Long numberOrNull(@Nullable Instant at) {
        return at == null ? null : number(at);
    }

    /** The moment of that number. */
    static Instant instant(long number) {
        return Instant.ofEpochSecond(Math.floorDiv(number, NANOS), Math.floorMod(number, NANOS));
    }

    /** The number for that duration, or none for none. */
    static @Nullable Long numberOrNull(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos();
    }
}
