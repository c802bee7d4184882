package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.store.Proposal;
import dev.vignette.tck.store.Eventually;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The entries under the work: what happens when nobody wakes it, or it fails. */
final class NetTest extends SqliteStores {

    @Test
    void givesOutWhatNobodyWokeOnceItsEntryIsDue() {
        CountDownLatch given = new CountDownLatch(1);
        agenda().begin(_ -> given.countDown());
        accept();

        clock().advance(new SoleHolder().net());

        Eventually.isTrue("it was given out", () -> timeGoesOn() && given.getCount() == 0);
    }

    @Test
    void joinsTheWorkThatIsUnderWayWhenItsEntryFallsDue() {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        agenda().begin(production -> {
            begun.incrementAndGet();
            await(go);
            Progress.rest(productions(), production);
        });
        Proposal.Buy buy = accept();
        agenda().wake(buy.production().id());

        clock().advance(new SoleHolder().net());

        Eventually.isTrue("its entry was picked", () -> timeGoesOn() && entries("picked") == 1);
        go.countDown();
        Eventually.isTrue("its entry is gone", () -> entries("TRUE") == 0);
        assertThat(begun).hasValue(1);
    }

    @Test
    void pausesLongerAfterEachFailureAndNotForEver() {
        assertThat(AgendaRows.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(AgendaRows.pause(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(AgendaRows.pause(6)).isEqualTo(Duration.ofSeconds(32));
        assertThat(AgendaRows.pause(7)).isEqualTo(Duration.ofMinutes(1));
        assertThat(AgendaRows.pause(1_000_000)).isEqualTo(Duration.ofMinutes(1));
    }

    /** The scheduler waits by the same clock until it looks again. */
    private boolean timeGoesOn() {
        clock().advance(Duration.ofSeconds(1));
        return true;
    }

    private Proposal.Buy accept() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private long entries(String condition) {
        try (Pools connections = SqlitePools.open(directory.resolve("rows.db"))) {
            return new Reader(connections.reading(), new KeptSessions())
                    .read(session ->
                            session.first(
                                            "SELECT COUNT(*) AS entries FROM"
                                                    + " scheduled_tasks WHERE task_name ="
                                                    + " 'production' AND "
                                                    + condition,
                                            row -> row.number("entries"))
                                    .orElseThrow());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
