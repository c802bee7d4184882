package dev.vignette.storage.rows;

import java.nio.file.Path;
import java.time.Clock;

/** The rows of one gateway alone, in a SQLite file in its data directory. */
public final class SqliteRows {
    private static final String FILE = "rows.db";

    private SqliteRows() {}

    /**
     * Opens the database, made or brought up to date if need be.
     *
     * @param dataDirectory a directory that nobody else uses: see {@link DataDirectory}
     * @throws StoreNotDurable when the database would not keep what it acknowledges
     * @throws DatabaseFailure when it cannot be opened
     */
    public static Rows open(Path dataDirectory, Clock clock) {
        Pools pools = SqlitePools.open(dataDirectory.resolve(FILE));
        try {
            return Rows.of(
                    Database.sqlite(pools),
                    new SoleHolder(),
                    new Listeners(),
                    dataDirectory,
                    clock);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }
}
