package dev.vignette.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that was started for a measurement and ends with it. */
public final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");
    private static final int KILOBYTES_IN_A_MEGABYTE = 1024;

    private final Process process;
    private final Path output;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts one.
     *
     * @param directory its working directory, where {@code output.log} collects what it says
     * @param variables added to its environment
     */
    public static Child start(Path directory, Map<String, String> variables, List<String> command) {
        try {
            Files.createDirectories(directory);
            Path output = directory.resolve("output.log");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(Child::ours);
            builder.environment().putAll(variables);
            return new Child(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + command.getFirst(), e);
        }
    }

    /** Waits until it has said that, and returns the first group. */
    public String await(Pattern line) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Matcher matcher = line.matcher(output());
            if (matcher.find()) {
                return matcher.group(1);
            }
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("a process is not ready, see " + output);
            }
            Pauses.pause(Duration.ofMillis(2));
        }
    }

    /** What it has said so far. */
    public String output() {
        return read(output);
    }

    /** The most memory it has had so far, in megabytes, as Linux counts it. */
    public long peakMegabytes() {
        Matcher peak =
                PEAK.matcher(read(Path.of("/proc", String.valueOf(process.pid()), "status")));
        return peak.find() ? Long.parseLong(peak.group(1)) / KILOBYTES_IN_A_MEGABYTE : 0;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ours(String variable) {
        return variable.startsWith("VIGNETTE_")
                || variable.startsWith("REPLICATE_")
                || variable.startsWith("MODELSLAB_")
                || variable.startsWith("AWS_")
                || variable.equals("JAVA_OPTS");
    }
}
