package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;

/** A fresh SQLite database for each test. */
abstract class SqliteStores extends SqlStores {

    @Override
    Rows rows(Clock clock) {
        return SqliteRows.open(directory, clock);
    }

    @Override
    public Connection intrude() throws SQLException {
        return new DurableSqlite(directory.resolve("rows.db"), SqlitePools.settings())
                .getConnection();
    }
}
