package dev.vignette.storage.rows;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite file of which every connection is asked, before anybody gets it, whether its settings
 * really took: a setting that SQLite does not like is ignored without a word.
 */
final class DurableSqlite extends SQLiteDataSource {
    private static final String FULL = "2";

    DurableSqlite(Path file, SQLiteConfig settings) {
        super(settings);
        setUrl("jdbc:sqlite:" + file);
    }

    /**
     * A new connection.
     *
     * @throws StoreNotDurable when a commit on it may be lost
     */
    @Override
    public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
            throws SQLException {
        SQLiteConnection connection = super.getConnection(user, password);
        try {
            demand("journal_mode", "wal", pragma(connection, "journal_mode"));
            demand("synchronous", FULL, pragma(connection, "synchronous"));
            demand(
                    "transaction_mode",
                    TransactionMode.DEFERRED.name(),
                    connection.getDatabase().getConfig().getTransactionMode().name());
            return connection;
        } catch (SQLException | StoreNotDurable e) {
            connection.close();
            throw e;
        }
    }

    private static void demand(String setting, String wanted, String found) {
        if (!wanted.equals(found)) {
            throw StoreNotDurable.file(setting, wanted, found);
        }
    }

    private static String pragma(SQLiteConnection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA " + name)) {
            return answer.next() ? answer.getString(1) : "unknown";
        }
    }
}
