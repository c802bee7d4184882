package dev.vignette.storage.rows;

import java.sql.SQLException;

/** The database could not do what it was asked; nothing of it was kept. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFailure(String doing, SQLException cause) {
        super("the database failed at " + doing, cause);
    }
}
