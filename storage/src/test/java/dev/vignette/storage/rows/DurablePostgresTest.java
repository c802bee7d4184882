package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

final class DurablePostgresTest {
    private final PostgresSettings database = PostgresServer.newDatabase();

    @Test
    void writesOnSeveralConnectionsAndReadsOnOthersThatCannotWrite() throws SQLException {
        try (Pools pools = PostgresPools.open(new DurablePostgres(database));
                Connection reading = pools.reading().getConnection();
                Statement statement = reading.createStatement()) {
            reading.setAutoCommit(false);

            assertThat(pools.writing().getMaximumPoolSize()).isGreaterThan(1);
            assertThatThrownBy(() -> statement.executeUpdate("CREATE TABLE intruder (id TEXT)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesADatabaseThatDoesNotWaitForItsDisk() {
        PostgresServer.run(
                "ALTER DATABASE %s SET synchronous_commit = off"
                        .formatted(PostgresServer.name(database)));

        assertThatThrownBy(() -> PostgresPools.open(new DurablePostgres(database)))
                .isInstanceOf(StoreNotDurable.class)
                .hasMessage(
                        "the database is not durable: synchronous_commit is off and must be on");
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        PostgresSettings absent =
                new PostgresSettings("jdbc:postgresql://127.0.0.1:1/absent", "me", "hush");

        assertThatThrownBy(() -> PostgresPools.open(new DurablePostgres(absent)))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageStartingWith("the database cannot be reached: ")
                .hasMessageNotContaining("hush");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() ->
                        new DurablePostgres(
                                new PostgresSettings(
                                        "jdbc:postgresql://host:door/absent", null, null)))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessage("the address of the database cannot be read");
    }

    @Test
    void tellsNobodyThePassword() {
        assertThat(new PostgresSettings("jdbc:postgresql://db/v?password=hush", "me", "hush"))
                .asString()
                .doesNotContain("hush");
    }
}
