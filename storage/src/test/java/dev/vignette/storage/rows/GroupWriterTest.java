package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.tck.store.AtOnce;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupWriterTest {

    @TempDir Path directory;

    private Pools connections;
    private Writer writer;
    private Reader reader;

    @BeforeEach
    void open() {
        connections = SqlitePools.open(directory.resolve("rows.db"));
        writer = new GroupWriter(connections.writing());
        reader = new Reader(connections.reading(), new KeptSessions());
        writer.write(session -> session.update("CREATE TABLE notes (id BIGINT PRIMARY KEY)"));
    }

    @AfterEach
    void close() {
        writer.close();
        connections.close();
    }

    @Test
    void readsWhatItHasJustWritten() {
        for (long id = 0; id < 100; id++) {
            add(id);

            assertThat(notes()).contains(id);
        }
    }

    @Test
    void keepsWhatManyCallersWroteAtOnce() {
        AtOnce.times(1_000, id -> add(id));

        assertThat(notes()).hasSize(1_000);
    }

    @Test
    void undoesAUnitThatFailsAndKeepsTheRestOfItsTransaction() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch hold = new CountDownLatch(1);
            Future<?> first = callers.submit(() -> writer.write(_ -> await(hold)));
            List<Future<?>> good =
                    LongStream.range(0, 20)
                            .<Future<?>>mapToObj(id -> callers.submit(() -> add(id)))
                            .toList();
            Future<?> bad = callers.submit(() -> addAndFail(99));
            hold.countDown();

            first.get();
            for (Future<?> unit : good) {
                unit.get();
            }
            assertThatThrownBy(bad::get).hasRootCauseMessage("on purpose");
        }
        assertThat(notes()).containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void tellsTheCallerWhatTheDatabaseRefused() {
        add(1);

        assertThatThrownBy(() -> add(1)).isInstanceOf(DatabaseFailure.class);
        assertThat(notes()).containsExactly(1L);
    }

    @Test
    void tellsAnInterruptedCallerWhetherItWasKept() throws InterruptedException {
        CompletableFuture<Integer> kept = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller =
                Thread.startVirtualThread(() -> {
                    Thread.currentThread().interrupt();
                    kept.complete(add(1));
                    interrupted.complete(Thread.currentThread().isInterrupted());
                });

        caller.join();

        assertThat(kept).isCompletedWithValue(1);
        assertThat(interrupted).isCompletedWithValue(true);
        assertThat(notes()).containsExactly(1L);
    }

    @Test
    void keepsWhatWaitsWhenItCloses() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch hold = new CountDownLatch(1);
            Future<?> first =
                    callers.submit(() ->
                            writer.write(_ -> {
                                begun.countDown();
                                return await(hold);
                            }));
            begun.await();
            Future<?> closing = callers.submit(writer::close);
            hold.countDown();

            first.get();
            closing.get();
        }
        assertThatThrownBy(() -> add(1)).hasMessage("the database is closed");
    }

    private int add(long id) {
        return writer.write(session -> session.update("INSERT INTO notes (id) VALUES (?)", id));
    }

    private void addAndFail(long id) {
        writer.write(session -> {
            session.update("INSERT INTO notes (id) VALUES (?)", id);
            throw new IllegalStateException("on purpose");
        });
    }

    private List<Long> notes() {
        return reader.read(session ->
                session.list("SELECT id FROM notes ORDER BY id", row -> row.number("id")));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
