package dev.vignette.simulation.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class BreakerTrialTest {
    private static final Path DRAWN = Path.of("../../docs/breaker.svg");

    /** Of 360 orders that would fail in three minutes, had nobody noticed. */
    @Test
    void fewOrdersMeetAProviderThatIsDown() {
        assertThat(BreakerTrial.run().failures()).isBetween(20, 120);
    }

    @Test
    void isDrawnAsItIs() throws IOException {
        assertThat(BreakerTrial.run().plot()).isEqualTo(Files.readString(DRAWN));
    }
}
