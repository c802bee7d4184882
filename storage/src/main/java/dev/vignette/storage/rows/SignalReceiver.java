package dev.vignette.storage.rows;

import dev.vignette.store.Signal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other gateways say, on a connection and a thread of its own. When the connection
 * breaks it makes another; what was said in between is lost.
 */
final class SignalReceiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignalReceiver.class);

    /** How long nothing may be heard before it is asked whether the line is still there. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DurablePostgres database;
    private final String self;
    private final Consumer<Signal> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connection current;
    private boolean failing;

    SignalReceiver(DurablePostgres database, String self, Consumer<Signal> listener) {
        this.database = database;
        this.self = self;
        this.listener = listener;
        Thread.ofPlatform().name("signals-in").daemon().start(this::run);
    }

    @Override
    public void close() {
        closed.countDown();
        Connection connection = current;
        if (connection != null) {
            abort(connection);
        }
    }

    private void run() {
        while (!over()) {
            try (Connection connection = database.getConnection()) {
                current = connection;
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                warnOnce(e);
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + SignalText.CHANNEL);
        }
        PGConnection notified = connection.unwrap(PGConnection.class);
        failing = false;
        while (!over()) {
            PGNotification[] heard = notified.getNotifications((int) SILENCE.toMillis());
            tell(heard);
            if (heard.length == 0 && !connection.isValid((int) SILENCE.toSeconds())) {
                throw new SQLException("the line is dead");
            }
        }
    }

    private void tell(PGNotification[] heard) {
        for (PGNotification notification : heard) {
            SignalText.read(notification.getParameter(), self).ifPresent(listener);
        }
    }

    private void warnOnce(Exception cause) {
        if (!failing && !over()) {
            failing = true;
            LOG.warn("Other gateways cannot be heard; changes are found by looking", cause);
        }
    }

    private void pause() {
        try {
            if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Hears no more signals");
            }
        } catch (InterruptedException _) {
            closed.countDown(); // nobody stops it that way, but then it is to stop
        }
    }

    private boolean over() {
        return closed.getCount() == 0;
    }

    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A connection that is given up could not be cut", e);
        }
    }
}
