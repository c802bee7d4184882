package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

/** A fresh PostgreSQL database for each test. */
abstract class PostgresStores extends SqlStores {
    final PostgresSettings database = PostgresServer.newDatabase();

    @AfterEach
    void giveBack() {
        rows.close();
        PostgresServer.giveBack(database);
    }

    @Override
    Rows rows(Clock clock) {
        return PostgresRows.open(database, directory, clock);
    }

    @Override
    public Connection intrude() throws SQLException {
        return new DurablePostgres(database).getConnection();
    }
}
