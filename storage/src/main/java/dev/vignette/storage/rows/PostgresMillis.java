package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as db-scheduler sees it, with times as {@link EpochMillis}. */
final class PostgresMillis extends PostgreSqlJdbcCustomization {

    PostgresMillis() {
        super(false, false);
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value)
            throws SQLException {
        EpochMillis.set(statement, index, value);
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
        return EpochMillis.get(row, column);
    }
}
