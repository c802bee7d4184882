package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;

/** How a connection that a pool lends is spoken to. */
interface Sessions {

    /** The session of that connection, good until it is given back. */
    Session of(Connection pooled) throws SQLException;
}
