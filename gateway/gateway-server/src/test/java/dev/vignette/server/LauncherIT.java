package dev.vignette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    private static final Path SCRIPT = Path.of("..", "..", "vignette").toAbsolutePath().normalize();

    @TempDir Path directory;

    @Test
    void becomesTheGatewayInTheCallersDirectory() throws Exception {
        try (BuiltProgram program =
                BuiltProgram.startBy(
                        List.of(SCRIPT.toString()),
                        directory,
                        Map.of("REPLICATE_API_TOKEN", "r8_none", "JAVA_OPTS", "-Xmx300m"))) {
            program.awaitReady();

            assertThat(directory.resolve("vignette-data")).isDirectory();
            program.terminate();
            assertThat(program.awaitEnd()).isIn(0, 143);
        }
    }

    @Test
    void worksThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("start"), SCRIPT);

        Process help = new ProcessBuilder(link.toString(), "--help").start();

        assertThat(new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Usage: vignette");
        assertThat(help.waitFor()).isZero();
    }
}
