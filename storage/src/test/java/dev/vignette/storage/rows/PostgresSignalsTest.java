package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.id.ProductionId;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import dev.vignette.tck.store.Eventually;
import dev.vignette.tck.store.SignalsContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresSignalsTest extends PostgresStores implements SignalsContract {
    private static final Signal CHANGED = Signal.changed(new ProductionId("prd_1"));

    @TempDir Path elsewhere;

    private Rows other;

    @BeforeEach
    void openAnother() {
        other = PostgresRows.open(database, elsewhere, time());
        Eventually.isTrue("both listen", () -> listening() == 2);
    }

    @AfterEach
    void closeTheOther() {
        other.close();
    }

    @Override
    public Signals signals() {
        return rows.signals();
    }

    @Override
    public Signals others() {
        return other.signals();
    }

    @Test
    void hearsItsOwnSignalsOnce() {
        List<Signal> own = new CopyOnWriteArrayList<>();
        List<Signal> elsewhere = new CopyOnWriteArrayList<>();
        signals().listen(own::add);
        others().listen(elsewhere::add);

        signals().send(CHANGED);
        Eventually.isTrue("the other heard it", () -> elsewhere.contains(CHANGED));
        signals().send(Signal.look(CHANGED.production()));
        Eventually.isTrue("and the next", () -> elsewhere.size() == 2);

        assertThat(own).hasSize(2);
    }

    @Test
    void hearsAgainAfterItsConnectionBroke() {
        Set<Signal> heard = ConcurrentHashMap.newKeySet();
        others().listen(heard::add);
        PostgresServer.run(
                """
                SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
                WHERE datname = '%s' AND query LIKE 'LISTEN%%'
                """
                        .formatted(PostgresServer.name(database)));

        Eventually.isTrue(
                "it hears again",
                () -> {
                    signals().send(CHANGED);
                    return heard.contains(CHANGED);
                });
    }

    private long listening() {
        return PostgresServer.count(
                """
                SELECT COUNT(*) FROM pg_stat_activity
                WHERE datname = '%s' AND query LIKE 'LISTEN%%'
                """
                        .formatted(PostgresServer.name(database)));
    }
}
