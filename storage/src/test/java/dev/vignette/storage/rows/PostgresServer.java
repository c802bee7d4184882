package dev.vignette.storage.rows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server for the tests of one JVM, started by whoever needs it first. */
final class PostgresServer {
    private static final String USER = "postgres";
    private static final String TEMPLATE = "template";
    private static final Queue<PostgresSettings> FREE = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    /** A database whose tables are there and empty. */
    static PostgresSettings newDatabase() {
        PostgresSettings free = FREE.poll();
        return free == null ? created() : free;
    }

    /**
     * Empties a database that a test no longer uses, for another: the server's end takes long when
     * there are many.
     */
    static void giveBack(PostgresSettings database) {
        try (Connection connection = new DurablePostgres(database).getConnection();
                Statement statement = connection.createStatement()) {
            // Without the triggers that refuse it.
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    """
                    TRUNCATE monthly_fees, productions, generations, idempotency_keys, attempts, pictures,
                        charges, erasures, evidence, orphans, inbox, audit, closures, shared_keys,
                        scheduled_tasks, configurations, pauses, routing_records
                    """);
            FREE.add(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PostgresSettings created() {
        String name = "test_" + DATABASES.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return database(name);
    }

    /** The name of a database. */
    static String name(PostgresSettings database) {
        return database.url().replaceAll(".*/([^?]*).*", "$1");
    }

    /** The number a query of the server's owner gives. */
    static long count(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs a statement as the server's owner. */
    static void run(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PostgresSettings database(String name) {
        return new PostgresSettings(SERVER.getJdbcUrl(USER, name), USER, null);
    }

    private static EmbeddedPostgres start() {
        try {
            // What it starts with by itself would lose commits, as tests may.
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .start();
            prepare(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("the server does not start", e);
        }
    }

    private static void prepare(EmbeddedPostgres server) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PostgresSettings template =
                new PostgresSettings(server.getJdbcUrl(USER, TEMPLATE), USER, null);
        Database.postgres(PostgresPools.open(new DurablePostgres(template))).close();
    }
}
