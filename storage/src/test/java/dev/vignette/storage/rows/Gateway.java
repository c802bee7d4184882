package dev.vignette.storage.rows;

import dev.vignette.id.ProductionId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** One of several gateways on a database, as far as rows go. */
final class Gateway implements AutoCloseable {
    final Rows rows;

    private final DurablePostgres postgres;
    private final Pools pools;
    private final Database database;
    private boolean dead;

    Gateway(PostgresSettings settings, Path directory, Duration heartbeat) {
        this.postgres = new DurablePostgres(settings);
        this.pools = PostgresPools.open(postgres);
        this.database = Database.postgres(pools);
        SharedHolder holder = SharedHolder.named(heartbeat);
        this.rows =
                Rows.of(
                        database,
                        holder,
                        new SharedSignals(postgres, pools, holder.name()),
                        directory,
                        Clock.systemUTC());
    }

    void begin(Consumer<ProductionId> work) {
        rows.agenda().begin(work);
    }

    /** Cuts it off from the database in the middle of everything, for good. */
    void kill() {
        pools.close();
        dead = true;
    }

    /** Another gateway has that entry now, as after a long pause of this one. */
    void steal(ProductionId production, String name) {
        database.writer()
                .write(session ->
                        session.update(
                                """
                                UPDATE scheduled_tasks SET picked_by = ?, version = version + 1
                                WHERE task_instance = ?
                                """,
                                name,
                                production.value()));
    }

    long entries() {
        return entries("TRUE");
    }

    /** How many productions are on the agenda of which that is so. */
    long entries(String condition) {
        try (Connection connection = postgres.getConnection()) {
            return new Session(connection, null)
                    .first(
                            "SELECT COUNT(*) AS entries FROM scheduled_tasks"
                                    + " WHERE task_name = 'production' AND "
                                    + condition,
                            row -> row.number("entries"))
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void closeAgenda() {
        rows.agenda().close();
    }

    @Override
    public void close() {
        if (!dead) {
            rows.close();
            dead = true;
        }
    }
}
