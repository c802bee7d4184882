package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sqlite.SQLiteConnection;

/** The session of each connection of a pool, kept while the pool lends the connection to others. */
final class Sessions {
    private final Map<Connection, Session> sessions = new ConcurrentHashMap<>();

    Session of(Connection pooled) throws SQLException {
        // The pool's wrapper would close every statement when the connection is given back.
        return sessions.computeIfAbsent(pooled.unwrap(SQLiteConnection.class), Session::new);
    }
}
