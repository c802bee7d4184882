package dev.vignette.storage.rows;

import java.sql.Connection;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * An open database.
 *
 * @param pools its connections
 * @param writer makes all changes but those of db-scheduler
 * @param reader reads what is committed
 */
record Database(Pools pools, Writer writer, Reader reader) implements AutoCloseable {

    /** A SQLite file that no other process writes to. */
    static Database sqlite(Pools pools) {
        migrate(pools.writing(), "sqlite");
        return new Database(
                pools,
                new GroupWriter(pools.writing()),
                new Reader(pools.reading(), new KeptSessions()));
    }

    /** A PostgreSQL database that other gateways may write to as well. */
    static Database postgres(Pools pools) {
        migrate(pools.writing(), "postgresql");
        return new Database(
                pools,
                new PooledWriter(pools.writing(), pools.writing().getMaximumPoolSize()),
                new Reader(pools.reading(), Database::unlocked));
    }

    @Override
    public void close() {
        writer.close();
        pools.close();
    }

    /** The driver itself keeps the statements of a connection prepared. */
    private static Session unlocked(Connection pooled) {
        return new Session(pooled, null);
    }

    /** What is the same for both is in one place, and the rest under the database's name. */
    private static void migrate(DataSource database, String dialect) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/common", "classpath:db/" + dialect)
                .load()
                .migrate();
    }
}
