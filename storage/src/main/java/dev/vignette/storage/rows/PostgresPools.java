package dev.vignette.storage.rows;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The connections to one PostgreSQL database. Each gateway has as many of its own. */
final class PostgresPools {
    private static final int WRITERS = 10;
    private static final int READERS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PostgresPools() {}

    /**
     * Opens the database.
     *
     * @throws DatabaseRefused when it cannot be reached, or is too old
     * @throws StoreNotDurable when it does not keep what it acknowledges
     */
    static Pools open(DurablePostgres database) {
        check(database);
        HikariConfig writing = pool("rows-writing", database, WRITERS);
        HikariConfig reading = pool("rows-reading", database, READERS);
        reading.setReadOnly(true);
        reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new Pools(new HikariDataSource(writing), new HikariDataSource(reading));
    }

    /** The pool would wrap what is wrong into an exception of its own. */
    private static void check(DurablePostgres database) {
        try (Connection connection = database.getConnection()) {
            connection.getMetaData();
        } catch (SQLException e) {
            throw new DatabaseRefused("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    private static HikariConfig pool(String name, DurablePostgres database, int size) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setDataSource(database);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        return pool;
    }
}
