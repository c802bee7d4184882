package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

final class DurableSqliteTest {

    @TempDir Path directory;

    @Test
    void syncsEveryCommitOnEveryConnectionOfBothPools() throws SQLException {
        try (Pools connections = SqlitePools.open(file())) {
            for (DataSource pool :
                    new DataSource[] {connections.writing(), connections.reading()}) {
                assertThat(pragma(pool, "journal_mode")).isEqualTo("wal");
                assertThat(pragma(pool, "synchronous")).isEqualTo("2");
            }
        }
    }

    @Test
    void writesOnExactlyOneConnectionAndOverwritesWhatIsBlanked() throws SQLException {
        try (Pools connections = SqlitePools.open(file())) {
            assertThat(connections.writing().getMaximumPoolSize()).isEqualTo(1);
            assertThat(pragma(connections.writing(), "secure_delete")).isEqualTo("1");
            assertThat(pragma(connections.writing(), "foreign_keys")).isEqualTo("1");
        }
    }

    @Test
    void readsOnConnectionsThatCannotWrite() throws SQLException {
        try (Pools connections = SqlitePools.open(file());
                Connection reading = connections.reading().getConnection();
                Statement statement = reading.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("CREATE TABLE intruder (id TEXT)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesADatabaseThatSyncsTooSeldom() {
        SQLiteConfig settings = SqlitePools.settings();
        settings.setSynchronous(SynchronousMode.NORMAL);

        assertThatThrownBy(() -> new DurableSqlite(file(), settings).getConnection())
                .isInstanceOf(StoreNotDurable.class)
                .hasMessage("the database is not durable: synchronous is 1 and must be 2");
    }

    @Test
    void refusesADatabaseWithoutAWriteAheadLog() {
        SQLiteConfig settings = SqlitePools.settings();
        settings.setJournalMode(JournalMode.MEMORY);

        assertThatThrownBy(() -> new DurableSqlite(file(), settings).getConnection())
                .isInstanceOf(StoreNotDurable.class)
                .hasMessageContaining("journal_mode is memory and must be wal");
    }

    @Test
    void refusesTransactionsThatWouldKeepTheLockWhileIdle() {
        SQLiteConfig settings = SqlitePools.settings();
        settings.setTransactionMode(TransactionMode.IMMEDIATE);

        assertThatThrownBy(() -> new DurableSqlite(file(), settings).getConnection())
                .isInstanceOf(StoreNotDurable.class)
                .hasMessageContaining("transaction_mode is IMMEDIATE");
    }

    private Path file() {
        return directory.resolve("rows.db");
    }

    private static String pragma(DataSource pool, String name) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("PRAGMA " + name)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
