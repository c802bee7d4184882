package dev.vignette.storage.rows;

import dev.vignette.store.Signal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other gateways, on a thread of its own: what waits goes together, and the same only once.
 * What cannot be sent is dropped.
 */
final class SignalSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignalSender.class);
    private static final int MOST_WAITING = 10_000;

    private final DataSource pool;
    private final String self;
    private final BlockingQueue<Signal> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private boolean failing;

    SignalSender(DataSource pool, String self) {
        this.pool = pool;
        this.self = self;
        this.thread = Thread.ofPlatform().name("signals-out").daemon().start(this::run);
    }

    /** Sends it soon, unless too many wait already. */
    void send(Signal signal) {
        if (!waiting.offer(signal)) {
            LOG.debug("Too many signals wait; the one of {} is dropped", signal.production());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Set<Signal> batch = new LinkedHashSet<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                batch.add(waiting.take());
                waiting.drainTo(batch);
                send(batch);
                batch.clear();
            }
        } catch (InterruptedException _) {
            LOG.debug("Sends no more signals");
        }
    }

    private void send(Set<Signal> batch) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            notify(connection, batch);
            connection.commit();
            failing = false;
        } catch (SQLException e) {
            warnOnce(e);
        }
    }

    private void notify(Connection connection, Set<Signal> batch) throws SQLException {
        try (Statement setting = connection.createStatement();
                PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            // Nobody relies on a signal, so nobody waits for the disk.
            setting.execute("SET LOCAL synchronous_commit = off");
            for (Signal signal : batch) {
                notify.setString(1, SignalText.CHANNEL);
                notify.setString(2, SignalText.of(signal, self));
                notify.execute();
            }
        }
    }

    private void warnOnce(SQLException cause) {
        if (!failing) {
            failing = true;
            LOG.warn("Other gateways cannot be told of changes; they find them by looking", cause);
        }
    }
}
