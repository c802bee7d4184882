package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vignette.tck.store.AtOnce;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PooledWriterTest {
    private final PostgresSettings settings = PostgresServer.newDatabase();
    private Database database;

    @BeforeEach
    void open() throws SQLException {
        run("CREATE TABLE notes (id BIGINT PRIMARY KEY)");
        database = Database.postgres(PostgresPools.open(new DurablePostgres(settings)));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
        run("DROP TABLE notes");
        PostgresServer.giveBack(settings);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = new DurablePostgres(settings).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void keepsWhatManyCallersWroteAtOnce() {
        AtOnce.times(
                200,
                id -> {
                    add(id);
                    return true;
                });

        assertThat(notes()).hasSize(200);
    }

    @Test
    void undoesAUnitThatFails() {
        assertThatThrownBy(() ->
                        write(session -> {
                            insert(session, 1);
                            throw new IllegalStateException("on purpose");
                        }))
                .hasMessage("on purpose");

        assertThat(notes()).isEmpty();
    }

    @Test
    void tellsTheCallerWhatTheDatabaseRefused() {
        add(1);

        DatabaseFailure failure = catchThrowableOfType(DatabaseFailure.class, () -> add(1));

        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(notes()).containsExactly(1L);
    }

    @Test
    void triesAgainWhenTwoStoodInEachOthersWay() {
        add(1);
        add(2);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();

        AtOnce.times(
                2,
                caller -> {
                    write(session -> {
                        touch(session, 1 + caller);
                        if (tries.incrementAndGet() <= 2) {
                            await(bothHoldOne);
                        }
                        touch(session, 2 - caller);
                    });
                    return true;
                });

        assertThat(tries).hasValueGreaterThan(2);
    }

    @Test
    void triesAgainWhenTheConnectionBreaksBeforeTheCommit() {
        AtomicInteger tries = new AtomicInteger();

        write(session -> {
            insert(session, 1);
            if (tries.incrementAndGet() == 1) {
                cut(session);
                insert(session, 2);
            }
        });

        assertThat(tries).hasValue(2);
        assertThat(notes()).containsExactly(1L);
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhenTheConnectionBreaksAtTheCommit() {
        DatabaseFailure failure =
                catchThrowableOfType(
                        DatabaseFailure.class,
                        () ->
                                write(session -> {
                                    insert(session, 1);
                                    cut(session);
                                }));

        assertThat(failure.outcomeUnknown()).isTrue();
    }

    @Test
    void keepsOthersOutOfWhatIsLocked() {
        AtomicInteger inside = new AtomicInteger();

        List<Integer> together =
                AtOnce.times(
                        8,
                        _ ->
                                database.writer()
                                        .write(session -> {
                                            session.lock("room");
                                            int now = inside.incrementAndGet();
                                            session.any("SELECT pg_sleep(0.01)");
                                            inside.decrementAndGet();
                                            return now;
                                        }));

        assertThat(together).containsOnly(1);
    }

    @Test
    void tellsAnInterruptedCallerThatItWasKept() throws InterruptedException {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller =
                Thread.startVirtualThread(() -> {
                    Thread.currentThread().interrupt();
                    add(1);
                    interrupted.complete(Thread.currentThread().isInterrupted());
                });

        caller.join();

        assertThat(interrupted).isCompletedWithValue(true);
        assertThat(notes()).containsExactly(1L);
    }

    @Test
    void keepsWhatIsUnderWayWhenItCloses() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        Thread writing =
                Thread.startVirtualThread(() ->
                        write(session -> {
                            begun.countDown();
                            await(hold);
                            insert(session, 1);
                        }));
        begun.await();
        Thread closing = Thread.startVirtualThread(database.writer()::close);
        hold.countDown();

        writing.join();
        closing.join();

        assertThat(notes()).containsExactly(1L);
        assertThatThrownBy(() -> add(2)).hasMessage("the database is closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server ends the connection from its side. */
    private void cut(Session session) {
        long process =
                session.first("SELECT pg_backend_pid() AS id", row -> row.number("id"))
                        .orElseThrow();
        PostgresServer.run("SELECT pg_terminate_backend(%d, 10000)".formatted(process));
    }

    private void add(long id) {
        write(session -> insert(session, id));
    }

    private static void insert(Session session, long id) {
        session.update("INSERT INTO notes (id) VALUES (?)", id);
    }

    private static void touch(Session session, long id) {
        session.update("UPDATE notes SET id = id WHERE id = ?", id);
    }

    private void write(Consumer<Session> work) {
        database.writer()
                .write(session -> {
                    work.accept(session);
                    return true;
                });
    }

    private List<Long> notes() {
        return database.reader()
                .read(session ->
                        session.list("SELECT id FROM notes ORDER BY id", row -> row.number("id")));
    }
}
