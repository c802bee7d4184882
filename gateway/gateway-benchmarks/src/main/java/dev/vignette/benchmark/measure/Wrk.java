package dev.vignette.benchmark.measure;

import dev.vignette.benchmark.process.Child;
import dev.vignette.benchmark.process.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The load generator wrk: so many connections that send one request over and over.
 *
 * @param bench where its files go
 * @param body what is posted
 * @param connections how many connections
 */
record Wrk(Workbench bench, String body, int connections) {
    private static final Pattern RESULT = Pattern.compile("(?m)^result (.+)$");
    private static final double MICROS_IN_A_SECOND = 1e6;
    private static final double MICROS_IN_A_MILLI = 1e3;

    /**
     * What came of it.
     *
     * @param perSecond answers in a second
     * @param median milliseconds
     * @param p99 milliseconds
     */
    record Result(double perSecond, double median, double p99) {}

    /** Whether it is installed. */
    static boolean installed() {
        return Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "wrk")));
    }

    /** Posts for so many seconds. */
    Result post(URI address, int seconds) {
        Path script = bench.directory().resolve("post.lua");
        Path content = bench.directory().resolve("body.json");
        write(script, content);
        List<String> command =
                List.of(
                        "wrk",
                        "-t2",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "-s" + script,
                        address.toString());
        Map<String, String> variables = Map.of("VIGNETTE_BODY", content.toString());
        try (Child wrk = Child.start(bench.directory().resolve("wrk"), variables, command)) {
            return result(wrk.await(RESULT));
        }
    }

    private static Result result(String line) {
        String[] words = line.split(" ", -1);
        if (!words[4].equals("0")) {
            throw new IllegalStateException(words[4] + " requests failed");
        }
        double seconds = Double.parseDouble(words[1]) / MICROS_IN_A_SECOND;
        return new Result(
                Double.parseDouble(words[0]) / seconds,
                Double.parseDouble(words[2]) / MICROS_IN_A_MILLI,
                Double.parseDouble(words[3]) / MICROS_IN_A_MILLI);
    }

    private void write(Path script, Path content) {
        try (InputStream lua = Wrk.class.getResourceAsStream("/dev/vignette/benchmark/post.lua")) {
            Files.createDirectories(bench.directory());
            Files.copy(Objects.requireNonNull(lua), script, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(content, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
