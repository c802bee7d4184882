package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.tck.memory.Backup;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The database was restored from a backup: what it thinks is still to be sent was sent. */
final class RestoredBackupTest {
    private static final Duration LONG = Duration.ofMinutes(30);

    private final House house = new House();
    private final TellingProvider provider = new TellingProvider("studio", house.clock);

    /** An order that is sent only after the backup was made, and whose answer came. */
    private Snapshot sentAfterTheBackup() {
        house.rules.serve(provider);
        house.rules.inFlight(provider, 1);
        house.open();
        provider.accepts().accepts();
        Snapshot first = house.accept(Asks.headshotOf(1).deadline(LONG));
        house.reaches(first, 1, AttemptState.Accepted.class);
        Snapshot begun = house.accept(Asks.headshotOf(2).deadline(LONG));
        Backup backup = house.rows.backup();
        provider.thenDelivers(1);
        house.reaches(begun, 1, AttemptState.Accepted.class);
        house.stop();
        house.rows.restore(backup);
        return begun;
    }

    @Test
    void isNoticed() {
        Snapshot begun = sentAfterTheBackup();

        try (House restored = house.open()) {
            assertThat(restored.engine().reconciliation().closed()).isPresent();
            assertThat(restored.attempts(begun).getFirst().state())
                    .isInstanceOf(AttemptState.Unknown.class);
            assertThat(restored.front().create(House.APP, Asks.headshotOf(3).ask()))
                    .isInstanceOf(Creation.Unavailable.class);
            assertThat(provider.submits()).isEqualTo(2);
        }
    }

    @Test
    void buysNothingThatWasBoughtAlready() {
        Snapshot begun = sentAfterTheBackup();
        var order = provider.orders().getLast();
        provider.list(TellingProvider.job(order), Set.of(order.attempt()), null);
        provider.thenDelivers(1).thenDelivers(1);

        try (House restored = house.open()) {
            restored.engine().reconciliation().sweep();
            restored.clock.advance(Duration.ofMinutes(4));
            restored.engine().reconciliation().sweep();
            Snapshot ended = restored.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isEqualTo(2);
            assertThat(restored.engine().reconciliation().closed()).isEmpty();
        }
    }
}
