package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * SQLite as db-scheduler sees it, with times as plain numbers that {@link AgendaRows} writes too.
 */
final class EpochMillis extends SqliteJdbcCustomization {

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
            return;
        }
        statement.setLong(index, value.toEpochMilli());
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
