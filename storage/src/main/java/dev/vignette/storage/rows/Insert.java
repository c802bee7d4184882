package dev.vignette.storage.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How things of one type become rows of one table: each column beside where its value comes from.
 *
 * @param <T> the type
 */
final class Insert<T> {
    private final String sql;
    private final List<Function<T, ?>> values;

    private Insert(String sql, List<Function<T, ?>> values) {
        this.sql = sql;
        this.values = List.copyOf(values);
    }

    /** Begins the description of a table. */
    static <T> Columns<T> into(String table) {
        return new Columns<>(table);
    }

    /**
     * The values of a thing's columns. Worked out by the caller, so that the one writer is spared.
     */
    @Nullable Object[] row(T thing) {
        @Nullable Object[] row = new @Nullable Object[values.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = values.get(i).apply(thing);
        }
        return row;
    }

    /** Writes a row. */
    void run(Session session, @Nullable Object[] row) {
        session.update(sql, row);
    }

    /**
     * Writes the row of a thing unless there is one that it cannot stand beside; returns whether it
     * was written.
     */
    boolean runUnlessThere(Session session, T thing) {
        return session.update(sql + " ON CONFLICT DO NOTHING", row(thing)) > 0;
    }

    /** Writes the row of a thing. */
    void run(Session session, T thing) {
        session.update(sql, row(thing));
    }

    /** The columns named so far. */
    static final class Columns<T> {
        private final String table;
        private final List<String> names = new ArrayList<>();
        private final List<Function<T, ?>> values = new ArrayList<>();

        private Columns(String table) {
            this.table = table;
        }

        Columns<T> with(String column, Function<T, ? extends @Nullable Object> value) {
            names.add(column);
            values.add(value);
            return this;
        }

        Insert<T> build() {
            String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
            return new Insert<>(
                    "INSERT INTO %s (%s) VALUES (%s)"
                            .formatted(table, String.join(", ", names), marks),
                    values);
        }
    }
}
