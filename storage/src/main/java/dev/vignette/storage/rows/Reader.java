package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Reads what is committed, beside whoever writes. */
final class Reader {
    private final DataSource pool;
    private final Sessions sessions;

    Reader(DataSource pool, Sessions sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    /** Asks one question. */
    <T> T read(Function<Session, T> question) {
        try (Connection connection = pool.getConnection()) {
            return question.apply(sessions.of(connection));
        } catch (SQLException e) {
            throw new DatabaseFailure("reading", e);
        }
    }

    /** Asks several questions about one moment. */
    <T> T readTogether(Function<Session, T> questions) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                return questions.apply(sessions.of(connection));
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("reading", e);
        }
    }
}
