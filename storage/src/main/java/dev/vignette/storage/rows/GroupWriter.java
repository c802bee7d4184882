package dev.vignette.storage.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes all changes, on one thread: what waits while a commit is under way goes into the next one
 * together, so that many callers share the price of one sync to the disk, and a single caller waits
 * for nobody. A unit that throws is undone alone.
 */
final class GroupWriter implements Writer {
    private static final int LARGEST_BATCH = 512;

    private final DataSource pool;
    private final Sessions sessions = new KeptSessions();
    private final BlockingQueue<Unit<?>> waiting = new LinkedBlockingQueue<>();
    private final Unit<@Nullable Void> end = new Unit<>(_ -> null);
    private final Thread thread;
    private volatile boolean ended;

    /** Writes on the only connection of that pool, which it gives back after every commit. */
    GroupWriter(DataSource pool) {
        this.pool = pool;
        this.thread = Thread.ofPlatform().name("rows-writer").daemon().start(this::run);
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Session, T> work) {
        Unit<T> unit = new Unit<>(work);
        waiting.add(unit);
        if (ended) {
            refuseTheRest();
        }
        return unit.await();
    }

    @Override
    public void close() {
        waiting.add(end);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Unit<?>> batch = new ArrayList<>();
        while (!batch.contains(end)) {
            batch.clear();
            try {
                batch.add(waiting.take());
            } catch (InterruptedException _) {
                continue; // nobody stops it that way: it ends when it is closed
            }
            waiting.drainTo(batch, LARGEST_BATCH - 1);
            commit(batch);
        }
        ended = true;
        refuseTheRest();
    }

    private void refuseTheRest() {
        for (Unit<?> unit = waiting.poll(); unit != null; unit = waiting.poll()) {
            unit.fail(new IllegalStateException("the database is closed"));
        }
    }

    private void commit(List<Unit<?>> batch) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Session session = sessions.of(connection);
                batch.forEach(unit -> run(unit, session));
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                // The pool's own reset would commit what was done so far.
                connection.rollback();
                throw e;
            }
            batch.forEach(Unit::answer);
        } catch (SQLException e) {
            batch.forEach(unit -> unit.fail(new DatabaseFailure("commit", e)));
        } catch (RuntimeException | Error e) {
            batch.forEach(unit -> unit.fail(e));
        }
    }

    private static void run(Unit<?> unit, Session session) {
        session.update("SAVEPOINT unit");
        try {
            unit.run(session);
        } catch (RuntimeException | Error e) {
            session.update("ROLLBACK TO unit");
            unit.fail(e);
        }
        session.update("RELEASE unit");
    }
}
