package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes on PostgreSQL, several at once, each in a transaction of its own; the server puts
 * their syncs together. It has threads of its own because an interrupt would break the connection
 * of a virtual thread, and with it the knowledge whether a permit to spend was written down.
 */
final class PooledWriter implements Writer {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final int MOST_TRIES = 5;

    private final DataSource pool;
    private final ExecutorService threads;

    /**
     * Writes on the connections of that pool.
     *
     * @param atOnce how many transactions are under way at most
     */
    PooledWriter(DataSource pool, int atOnce) {
        this.pool = pool;
        this.threads =
                Executors.newFixedThreadPool(
                        atOnce, Thread.ofPlatform().name("rows-writer-", 0).daemon().factory());
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Session, T> work) {
        Unit<T> unit = new Unit<>(work);
        try {
            threads.execute(() -> keep(unit));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the database is closed", e);
        }
        return unit.await();
    }

    @Override
    public void close() {
        threads.shutdown();
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(Unit<?> unit) {
        try {
            int tries = 1;
            while (!kept(unit, tries == MOST_TRIES)) {
                tries++;
            }
        } catch (RuntimeException | Error e) {
            unit.fail(e);
        }
    }

    /** Tries once; false when the next try may do better. */
    private boolean kept(Unit<?> unit, boolean last) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                unit.run(new Session(connection, LOCK));
                commit(connection);
                // Before the connection is given back: if that fails, the changes are kept still.
                unit.answer();
                return true;
            } catch (RuntimeException | Error e) {
                undo(connection, e);
                if (!last && e instanceof DatabaseFailure failure && failure.passes()) {
                    return false;
                }
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("connecting", e);
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw DatabaseFailure.atCommit(e);
        }
    }

    private static void undo(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // A connection that is gone undoes everything by itself.
            cause.addSuppressed(e);
        }
    }
}
