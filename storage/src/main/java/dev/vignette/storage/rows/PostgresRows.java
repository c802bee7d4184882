package dev.vignette.storage.rows;

import java.nio.file.Path;
import java.time.Clock;

/** The rows that several gateways share, in a PostgreSQL database. */
public final class PostgresRows {
    private PostgresRows() {}

    /**
     * Opens the database, whose tables are made or brought up to date if need be.
     *
     * @param dataDirectory where this gateway writes its cost log: see {@link DataDirectory}
     * @throws StoreNotDurable when the database would not keep what it acknowledges
     * @throws DatabaseRefused when it cannot be reached or is too old
     */
    public static Rows open(PostgresSettings settings, Path dataDirectory, Clock clock) {
        Pools pools = PostgresPools.open(new DurablePostgres(settings));
        try {
            return Rows.of(Database.postgres(pools), SharedHolder.create(), dataDirectory, clock);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }
}
