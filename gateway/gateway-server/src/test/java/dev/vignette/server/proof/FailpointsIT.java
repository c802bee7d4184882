package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.proof.OneDeath.Outcome;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The built program dies at every moment that matters, each time in a place of its own. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("proof")
class FailpointsIT {
    /** Mostly they wait for one another, or for time to pass. */
    private static final int AT_ONCE = 4;

    private final ExecutorService trials = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<Moment, Future<Outcome>> outcomes = new EnumMap<>(Moment.class);

    @BeforeAll
    void dieEverywhere(@TempDir Path directory) {
        for (Moment moment : Moment.values()) {
            if (moment.end() == Moment.End.BOUGHT_AGAIN) {
                continue; // see AbsenceIT
            }
            Path place = directory.resolve(moment.name());
            outcomes.put(moment, trials.submit(() -> OneDeath.at(moment, place)));
        }
    }

    @AfterAll
    void stop() {
        trials.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"C4_SERIES_PROVED", "C5_SERIES_PROVED"})
    void isBoughtOnceAndNotLost(Moment moment) throws Exception {
        Outcome outcome = outcome(moment);

        System.out.printf(
                "%s: %s, orders %d, duplicates %d, losses %d%n",
                moment,
                outcome.generation().path("status").asText(),
                outcome.reckoning().orders(),
                outcome.reckoning().duplicates().size(),
                outcome.reckoning().losses().size());
        assertThat(outcome.generation().path("status").asText())
                .as(outcome.generation().toString())
                .isEqualTo(moment.end().status());
        assertThat(outcome.reckoning().orders()).isEqualTo(moment.end().orders());
        assertThat(outcome.reckoning().duplicates()).isEmpty();
        assertThat(outcome.reckoning().losses()).isEmpty();
    }

    private Outcome outcome(Moment moment) throws Exception {
        try {
            return outcomes.get(moment).get();
        } catch (ExecutionException failed) {
            throw new AssertionError(moment + " could not be played", failed.getCause());
        }
    }
}
