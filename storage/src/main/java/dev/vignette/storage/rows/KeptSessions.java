package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConnection;

/**
 * The session of each SQLite connection, kept with its prepared statements while the pool lends the
 * connection to others: preparing costs more than running.
 */
final class KeptSessions implements Sessions {
    private final Map<Connection, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public Session of(Connection pooled) throws SQLException {
        // The pool's wrapper would close every statement when the connection is given back.
        return sessions.computeIfAbsent(
                pooled.unwrap(SQLiteConnection.class), connection -> new Session(connection, null));
    }
}
