package dev.vignette.simulation.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BreakerTrialTest {
    private static final Path DRAWN = Path.of("../../docs/breaker.svg");

    /** Had nobody noticed, 270 orders would have failed. */
    @Test
    void fewOrdersMeetAProviderThatIsDown() {
        assertThat(BreakerTrial.run().failures()).isBetween(10, 60);
    }

    @Test
    void isDrawnAsItIs() throws IOException {
        assertThat(BreakerTrial.run().plot()).isEqualTo(Files.readString(DRAWN));
    }
}
