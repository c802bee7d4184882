package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database of which every connection is asked, before anybody gets it, whether a
 * commit on it survives: the server, the database and the user can each be set to give that up.
 */
final class DurablePostgres extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;
    private static final String ON = "on";

    /** The oldest version that its makers still look after. */
    private static final int OLDEST = 14;

    private static final int SECONDS_TO_CONNECT = 10;
    private static final int SECONDS_TO_ANSWER = 60;

    /**
     * A database that nobody has connected to yet.
     *
     * @throws DatabaseRefused when the address cannot be read
     */
    @SuppressWarnings("this-escape")
    DurablePostgres(PostgresSettings settings) {
        try {
            setUrl(settings.url());
        } catch (IllegalArgumentException e) {
            throw new DatabaseRefused("the address of the database cannot be read", e);
        }
        if (settings.username() != null) {
            setUser(settings.username());
        }
        if (settings.password() != null) {
            setPassword(settings.password());
        }
        setApplicationName("vignette");
        setTcpKeepAlive(true);
        setConnectTimeout(SECONDS_TO_CONNECT);
        if (getSocketTimeout() == 0) {
            setSocketTimeout(SECONDS_TO_ANSWER);
        }
    }

    /**
     * A new connection.
     *
     * @throws StoreNotDurable when a commit on it may be lost
     * @throws DatabaseRefused when the server is too old
     */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password)
            throws SQLException {
        Connection connection = super.getConnection(user, password);
        try {
            demandVersion(connection);
            demandDurability(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void demandVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new DatabaseRefused(
                    "the database is PostgreSQL %d; it must be %d or newer"
                            .formatted(version, OLDEST),
                    null);
        }
    }

    private static void demandDurability(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet settings =
                        statement.executeQuery(
                                """
                                SELECT current_setting('fsync') AS fsync,
                                    current_setting('synchronous_commit') AS commits
                                """)) {
            settings.next();
            if (!settings.getString("fsync").equals(ON)) {
                throw StoreNotDurable.server("fsync", ON, settings.getString("fsync"));
            }
            if (settings.getString("commits").equals("off")) {
                throw StoreNotDurable.server("synchronous_commit", ON, "off");
            }
        }
    }
}
