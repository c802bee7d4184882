package dev.vignette.storage.rows;

import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who uses it.
 *
 * @param url {@code jdbc:postgresql://host:port/name}, with the driver's options behind it
 * @param username whose name; {@code null} when the address says it or nobody is asked
 * @param password his password; {@code null} when the address says it or nobody is asked
 */
public record PostgresSettings(String url, @Nullable String username, @Nullable String password) {

    /** Nothing of it: the address may hold a password too. */
    @Override
    public String toString() {
        return "PostgresSettings[hidden]";
    }
}
