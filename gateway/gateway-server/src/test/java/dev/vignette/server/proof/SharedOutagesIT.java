package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.proof.App.Wish;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two gateways share goes away for a while, or one of them stands still. */
@Tag("proof")
class SharedOutagesIT {
    private static final int DEADLINE = 240;
    private static final Duration PATIENCE = Duration.ofSeconds(DEADLINE + 90L);

    @TempDir Path directory;

    private Pair pair;

    @BeforeEach
    void start() throws Exception {
        pair = Pair.start(directory);
        pair.market().replicate().pictureTakes(700);
        pair.market().modelslab().pictureTakes(400);
    }

    @AfterEach
    void stop() throws Exception {
        pair.close();
    }

    @Test
    void aFrozenGatewaySendsNothingAfterOthersTookOver() throws Exception {
        pair.market().replicate().pictureTakes(6_000);
        List<String> ids =
                IntStream.range(0, 10)
                        .mapToObj(_ ->
                                Pair.begin(pair.atFirst(), Wish.of("portrait_series", 1, DEADLINE)))
                        .toList();

        pair.first().program().freeze();
        pause(40);
        pair.first().program().thaw();

        Aftermath aftermath = settled("frozen for 40 s", ids);
        assertThat(aftermath.reckoning().orders()).isEqualTo(ids.size());
        assertThat(pair.atFirst().generation(ids.getFirst())).isPresent();
    }

    @Test
    void aDatabaseThatIsKilledLosesNothing() throws Exception {
        Collection<String> promised = new ArrayList<>();
        try (Load one = Load.on(pair.atFirst(), 1, DEADLINE);
                Load other = Load.on(pair.atSecond(), 100, DEADLINE)) {
            for (int outage = 0; outage < 3; outage++) {
                pause(5);
                pair.database().kill();
                pause(3);
                pair.database().restart();
            }
            pause(5);
            promised.addAll(one.promises().values());
            promised.addAll(other.promises().values());
        }

        settled("database killed 3 times", promised);
    }

    @Test
    void aBucketThatIsAwayLosesNothing() throws Exception {
        Collection<String> promised = new ArrayList<>();
        try (Load one = Load.on(pair.atFirst(), 1, DEADLINE);
                Load other = Load.on(pair.atSecond(), 100, DEADLINE)) {
            pause(5);
            pair.bucket().interrupt();
            pause(15);
            pair.bucket().resume();
            pause(5);
            promised.addAll(one.promises().values());
            promised.addAll(other.promises().values());
        }

        settled("bucket away for 15 s", promised);
    }

    private Aftermath settled(String what, Collection<String> promised) {
        Aftermath aftermath = Aftermath.await(pair.market(), pair.second(), PATIENCE);
        System.out.println(what + ": " + aftermath.told(promised));
        assertThat(aftermath.reckoning().duplicates()).isEmpty();
        assertThat(aftermath.losses(promised)).isEmpty();
        return aftermath;
    }

    private static void pause(int seconds) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
    }
}
