package dev.vignette.storage.rows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The connections to one database file: exactly one that writes, so that nobody ever waits for a
 * lock inside SQLite, where a waiting virtual thread would hold up its carrier; and several that
 * read.
 */
final class SqlitePools {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final int READERS = Math.max(4, Runtime.getRuntime().availableProcessors());

    private SqlitePools() {}

    /**
     * Opens the file, made when it is not there.
     *
     * @throws StoreNotDurable when it does not keep what it acknowledges
     */
    static Pools open(Path file) {
        check(file);
        return new Pools(
                pool("rows-writing", file, 1, false), pool("rows-reading", file, READERS, true));
    }

    /** What makes a commit survive: a write-ahead log, and a sync of it before commit returns. */
    static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        // IMMEDIATE would begin again after each commit and keep the lock while idle.
        config.setTransactionMode(TransactionMode.DEFERRED);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(BUSY.toMillis()));
        // What an erasure blanks is overwritten in the file as well.
        config.setPragma(Pragma.SECURE_DELETE, "true");
        return config;
    }

    /** The pool would wrap what is wrong into an exception of its own. */
    private static void check(Path file) {
        try (Connection connection = new DurableSqlite(file, settings()).getConnection()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new DatabaseFailure("opening " + file, e);
        }
    }

    private static HikariDataSource pool(String name, Path file, int size, boolean readOnly) {
        SQLiteConfig config = settings();
        config.setReadOnly(readOnly);
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(new DurableSqlite(file, config));
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(size);
        pool.setMaxLifetime(0);
        pool.setReadOnly(readOnly);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(pool);
    }
}
