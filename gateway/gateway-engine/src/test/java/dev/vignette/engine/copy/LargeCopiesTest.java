package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeCopiesTest {
    @TempDir Path directory;

    @Test
    void copies64PicturesOf10MegabytesWithLittleMemory() throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeCopies.class.getName(),
                                directory.resolve("spool").toString())
                        .redirectErrorStream(true)
                        .start();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("stored 640000000");
    }
}
