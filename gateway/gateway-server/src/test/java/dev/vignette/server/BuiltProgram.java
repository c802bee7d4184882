package dev.vignette.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged program as a process of its own. It is asked over HTTP like any other, can be told
 * to end or be killed, and be started again on the same data.
 */
public final class BuiltProgram implements AutoCloseable {
    private static final Path JAR = Path.of("target", "vignette.jar").toAbsolutePath();
    private static final Pattern READY = Pattern.compile("(?m)^Vignette ready on (http://\\S+)$");
    private static final Pattern DOUBLE =
            Pattern.compile("(?m)^Faults and pace of the double of (\\S+): (\\S+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path output;
    private final int managementPort;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BuiltProgram(Process process, Path output, int managementPort) {
        this.process = process;
        this.output = output;
        this.managementPort = managementPort;
    }

    /** Starts it in that directory, with any free ports, and returns at once. */
    public static BuiltProgram start(
            Path directory, Map<String, String> environment, String... options) throws IOException {
        return startBy(java(List.of()), directory, environment, options);
    }

    /** The same, with those options for Java. */
    public static BuiltProgram start(
            Path directory, Map<String, String> environment, List<String> javaOptions)
            throws IOException {
        return startBy(java(javaOptions), directory, environment);
    }

    private static List<String> java(List<String> options) {
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Xmx512m"));
        java.addAll(options);
        java.addAll(List.of("-jar", JAR.toString()));
        return java;
    }

    /** The same, started by those words instead of by Java itself. */
    static BuiltProgram startBy(
            List<String> starter,
            Path directory,
            Map<String, String> environment,
            String... options)
            throws IOException {
        int management = Ports.free();
        List<String> command = new ArrayList<>(starter);
        command.addAll(List.of(options));
        Path output = Files.createTempFile(directory, "output", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(BuiltProgram::ours);
        variables.put("VIGNETTE_PORT", "0");
        variables.put("VIGNETTE_MANAGEMENT_PORT", String.valueOf(management));
        variables.putAll(environment);
        return new BuiltProgram(builder.start(), output, management);
    }

    /** Starts the sandbox in that directory and waits until it is ready. */
    public static BuiltProgram sandbox(Path directory) throws IOException {
        BuiltProgram program = start(directory, Map.of(), "--sandbox");
        program.awaitReady();
        return program;
    }

    /** Waits for the line that says it is ready. */
    public void awaitReady() {
        await("it is not ready", () -> READY.matcher(output()).find() || !process.isAlive());
        assertThat(output()).containsPattern(READY);
    }

    /** Waits until it is ready; false when it has ended before that. */
    public boolean isReady() {
        await("it is not ready", () -> READY.matcher(output()).find() || !process.isAlive());
        return process.isAlive();
    }

    /** Waits for its end and returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(output()).isTrue();
        return process.exitValue();
    }

    /** What it has written so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Where its API is, by its own word. */
    public URI api() {
        Matcher ready = READY.matcher(output());
        assertThat(ready.find()).as(output()).isTrue();
        return URI.create(ready.group(1));
    }

    /** Where its health and metrics are. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Where the control calls of that adapter's double are, once the demonstration is over. */
    public URI control(String adapter) {
        await("the demonstration does not end", () -> controls().containsKey(adapter));
        return URI.create(controls().get(adapter));
    }

    /** Asks with GET. */
    public HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Asks with POST and a JSON body, waiting for the answer as long as the API allows. */
    public HttpResponse<String> post(URI address, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Prefer", "wait=50")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The JSON in an answer. */
    public static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Waits until it is so. */
    public void await(String complaint, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(complaint + ": " + output()).isLessThan(deadline);
            pause();
        }
    }

    /** Tells it to end (SIGTERM). */
    public void terminate() {
        process.destroy();
    }

    /** Ends it without a word (SIGKILL) and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Freezes it (SIGSTOP): it keeps everything it has, and does nothing. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on after {@link #freeze} (SIGCONT). */
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", name, String.valueOf(process.pid())).start();
        assertThat(kill.waitFor()).as("kill " + name).isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }

    private Map<String, String> controls() {
        Map<String, String> controls = new HashMap<>();
        Matcher line = DOUBLE.matcher(output());
        while (line.find()) {
            controls.put(line.group(1), line.group(2));
        }
        return controls;
    }

    private static boolean ours(String variable) {
        return variable.startsWith("VIGNETTE_")
                || variable.startsWith("REPLICATE_")
                || variable.startsWith("MODELSLAB_")
                || variable.startsWith("OTEL_");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
