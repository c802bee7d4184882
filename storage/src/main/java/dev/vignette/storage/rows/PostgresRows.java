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
        return open(new DurablePostgres(settings), SharedHolder.create(), dataDirectory, clock);
    }

    /** As above, under a name and with a heartbeat of the caller's. */
    static Rows open(
            DurablePostgres postgres, SharedHolder holder, Path dataDirectory, Clock clock) {
        Pools pools = PostgresPools.open(postgres);
        try {
            Database database = Database.postgres(pools);
            OpenSignals signals = new SharedSignals(postgres, pools, holder.name());
            return Rows.of(database, holder, signals, dataDirectory, clock);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }
}
