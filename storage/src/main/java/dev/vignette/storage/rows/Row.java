package dev.vignette.storage.rows;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row a query stands at, by the names of its columns. */
final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    /** A text that is there. */
    String text(String column) {
        String text = textOrNull(column);
        if (text == null) {
            throw new IllegalStateException("the column " + column + " is empty");
        }
        return text;
    }

    @Nullable String textOrNull(String column) {
        return get(() -> results.getString(column));
    }

    long number(String column) {
        return get(() -> results.getLong(column));
    }

    int count(String column) {
        return get(() -> results.getInt(column));
    }

    boolean flag(String column) {
        return get(() -> results.getBoolean(column));
    }

    @Nullable Long numberOrNull(String column) {
        return get(() -> {
            long number = results.getLong(column);
            return results.wasNull() ? null : number;
        });
    }

    Instant instant(String column) {
        return Times.instant(number(column));
    }

    @Nullable Instant instantOrNull(String column) {
        Long number = numberOrNull(column);
        return number == null ? null : Times.instant(number);
    }

    @Nullable Duration durationOrNull(String column) {
        Long nanos = numberOrNull(column);
        return nanos == null ? null : Duration.ofNanos(nanos);
    }

    /** An exact decimal, which is kept as a text. */
    @Nullable BigDecimal decimalOrNull(String column) {
        String text = textOrNull(column);
        return text == null ? null : new BigDecimal(text);
    }

    private static <T extends @Nullable Object> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw new DatabaseFailure("reading a row", e);
        }
    }

    private interface Getter<T extends @Nullable Object> {
        T get() throws SQLException;
    }
}
