package dev.vignette.server.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Times as the API writes them: RFC 3339 in UTC, with milliseconds. */
public final class Times {
    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Times() {}

    /** For example {@code 2026-11-20T10:00:00.123Z}. */
    public static String text(Instant time) {
        return FORMAT.format(time);
    }

    /** The same, or {@code null} for no time. */
    public static @Nullable String textOrNull(@Nullable Instant time) {
        return time == null ? null : text(time);
    }
}
