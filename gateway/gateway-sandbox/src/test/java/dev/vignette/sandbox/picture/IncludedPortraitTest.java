package dev.vignette.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class IncludedPortraitTest {

    @Test
    void theIncludedFileIsTheOneThatIsDrawnHere() throws IOException {
        byte[] drawn = IncludedPortrait.file();

        assertThat(SandboxPainterTest.portrait().array()).isEqualTo(drawn);
    }
}
