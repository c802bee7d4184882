package dev.vignette.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.sandbox.Bytes;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IncludedPortraitTest {

    @Test
    void theIncludedFileIsWhatIsDrawnHere() throws IOException {
        BufferedImage drawn = PhotoFile.decode(Bytes.of(IncludedPortrait.file()));

        BufferedImage included = PhotoFile.decode(SandboxPainterTest.portrait());

        assertThat(included.getWidth()).isEqualTo(IncludedPortrait.WIDTH);
        assertThat(included.getHeight()).isEqualTo(IncludedPortrait.HEIGHT);
        // Another JDK may round a colour differently.
        assertThat(meanDifference(drawn, included)).isLessThan(2);
    }

    @Test
    void theIncludedFileIsSmall() {
        assertThat(SandboxPainterTest.portrait().length()).isBetween(20_000, 30_000);
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < IncludedPortrait.HEIGHT; y++) {
            for (int x = 0; x < IncludedPortrait.WIDTH; x++) {
                int left = one.getRGB(x, y);
                int right = other.getRGB(x, y);
                sum += Math.abs((left >> 16 & 0xFF) - (right >> 16 & 0xFF));
                sum += Math.abs((left >> 8 & 0xFF) - (right >> 8 & 0xFF));
                sum += Math.abs((left & 0xFF) - (right & 0xFF));
            }
        }
        return sum / (3.0 * IncludedPortrait.WIDTH * IncludedPortrait.HEIGHT);
    }
}
