package dev.vignette.storage.rows;

import com.zaxxer.hikari.HikariDataSource;

/**
 * The connections to one database.
 *
 * @param writing those that write
 * @param reading those that refuse to write; what is read in one transaction is of one moment
 */
record Pools(HikariDataSource writing, HikariDataSource reading) implements AutoCloseable {

    @Override
    public void close() {
        reading.close();
        writing.close();
    }
}
