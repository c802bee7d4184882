package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program is killed again and again while apps ask for pictures. */
class RandomKillsIT {
    private static final long SEED = Long.getLong("proof.seed", System.nanoTime());
    private static final int LONGEST_LIFE = 3000;

    @TempDir Path directory;

    @Test
    void aFewKillsBuyNothingTwiceAndLoseNothing() throws Exception {
        kill(5, 15);
    }

    /** There is time here to prove that a lost order never arrived, and to buy it then. */
    @Test
    @Tag("proof")
    void hundredsOfKillsBuyNothingTwiceAndLoseNothing() throws Exception {
        kill(Integer.getInteger("proof.kills", 200), Integer.getInteger("proof.deadline", 420));
    }

    private void kill(int kills, int deadlineSeconds) throws Exception {
        try (Market market = Market.open();
                Mortal gateway = Mortal.in(directory, market, true, Map.of())) {
            market.replicate().pictureTakes(700);
            market.modelslab().pictureTakes(400);
            gateway.start();

            Load load = Load.on(new App(gateway.address()), SEED, deadlineSeconds);
            try (load) {
                killAgainAndAgain(gateway, kills);
            }

            Aftermath aftermath =
                    Aftermath.await(market, gateway, Duration.ofSeconds(deadlineSeconds + 90L));
            Collection<String> promised = load.promises().values();
            System.out.println(
                    "seed %d: kills %d, %s".formatted(SEED, kills, aftermath.told(promised)));
            assertThat(aftermath.reckoning().duplicates()).isEmpty();
            assertThat(aftermath.losses(promised)).isEmpty();
            assertThat(load.broken()).isEmpty();
        }
    }

    private static void killAgainAndAgain(Mortal gateway, int kills) throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < kills; kill++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LIFE)));
            gateway.kill();
            gateway.start();
        }
    }
}
