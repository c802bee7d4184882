package dev.vignette.server.proof;

import dev.vignette.server.BuiltProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Java needs to start the program in less than half of its usual time, for those who start it
 * hundreds of times: what one orderly run has loaded is kept, and nothing is compiled for long.
 */
final class QuickStart {
    private static final Path JAR = Path.of("target", "vignette.jar").toAbsolutePath();
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final List<String> OPTIONS = learned();

    private QuickStart() {}

    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> learned() {
        try {
            Path cache = Path.of("target", "vignette.aot").toAbsolutePath();
            if (!Files.exists(cache) || isOlder(cache)) {
                learn(cache);
            }
            List<String> options = new ArrayList<>(SHORT_LIVED);
            options.add("-XX:AOTCache=" + cache);
            return options;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static boolean isOlder(Path cache) throws IOException {
        return Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(JAR)) < 0;
    }

    private static void learn(Path cache) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(SHORT_LIVED);
        options.add("-XX:AOTCacheOutput=" + cache);
        Path directory = Files.createTempDirectory(JAR.getParent(), "learning");
        try (Market market = Market.open();
                BuiltProgram program =
                        BuiltProgram.start(directory, market.environment(), options)) {
            program.awaitReady();
            program.terminate();
            program.awaitEnd();
        }
    }
}
