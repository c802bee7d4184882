package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection and its prepared statements. Used by one thread at a time; the transaction is the
 * caller's.
 */
final class Session {
    /** Rows that PostgreSQL sends at once where all would not fit; only within a transaction. */
    private static final int FETCHED = 1000;

    private final Connection connection;
    private final @Nullable String lock;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /**
     * A session on that connection.
     *
     * @param lock the statement that keeps others out, with one question mark for what they are
     *     kept out of; {@code null} where nobody else writes
     */
    Session(Connection connection, @Nullable String lock) {
        this.connection = connection;
        this.lock = lock;
    }

    /**
     * Keeps everybody out who locks the same, until the transaction is over; waits for who came
     * first. What is read afterwards is what they left. To meet nobody head on, a production is
     * locked before an account, and the ledger last.
     */
    void lock(String name) {
        if (lock != null) {
            any(lock, name);
        }
    }

    /**
     * Runs a statement that changes rows.
     *
     * @param values for its question marks: texts, numbers, booleans or {@code null}
     * @return how many rows it changed
     */
    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(sql, e);
        }
    }

    /** All rows of a query or of a statement with {@code RETURNING}. */
    <T> List<T> list(String sql, Function<Row, T> reading, @Nullable Object... values) {
        try (ResultSet results = bound(sql, values).executeQuery()) {
            Row row = new Row(results);
            List<T> all = new ArrayList<>();
            while (results.next()) {
                all.add(reading.apply(row));
            }
            return all;
        } catch (SQLException e) {
            throw new DatabaseFailure(sql, e);
        }
    }

    /** Shows all rows of a query one after the other, however many they are. */
    void each(String sql, Consumer<Row> reading, @Nullable Object... values) {
        try {
            PreparedStatement statement = bound(sql, values);
            statement.setFetchSize(FETCHED);
            try (ResultSet results = statement.executeQuery()) {
                Row row = new Row(results);
                while (results.next()) {
                    reading.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(sql, e);
        }
    }

    /** The first row, or empty when there is none. */
    <T> Optional<T> first(String sql, Function<Row, T> reading, @Nullable Object... values) {
        return list(sql, reading, values).stream().findFirst();
    }

    /** Whether a query has any row. */
    boolean any(String sql, @Nullable Object... values) {
        return first(sql, _ -> true, values).isPresent();
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case String text -> statement.setString(place, text);
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case Boolean flag -> statement.setBoolean(place, flag);
            case null -> statement.setObject(place, null);
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }
}
