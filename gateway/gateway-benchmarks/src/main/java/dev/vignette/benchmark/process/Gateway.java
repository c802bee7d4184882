package dev.vignette.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged gateway as a process of its own, with default options. */
public final class Gateway implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?m)^Vignette ready on (http://\\S+)$");

    private final Child child;
    private final URI api;
    private final URI management;
    private final Duration startUp;

    private Gateway(Child child, URI api, URI management, Duration startUp) {
        this.child = child;
        this.api = api;
        this.management = management;
        this.startUp = startUp;
    }

    static Gateway start(Workbench bench, Map<String, String> variables, String... options) {
        int management = freePort();
        Map<String, String> all = new HashMap<>(variables);
        all.put("VIGNETTE_PORT", "0");
        all.put("VIGNETTE_MANAGEMENT_PORT", String.valueOf(management));
        List<String> command = new ArrayList<>();
        command.add(bench.home().resolve("vignette").toString());
        command.addAll(List.of(options));
        Path directory = bench.directory().resolve("gateway");
        long begun = System.nanoTime();
        Child child = Child.start(directory, all, command);
        String address = child.await(READY);
        Duration startUp = Duration.ofNanos(System.nanoTime() - begun);
        return new Gateway(
                child, URI.create(address), URI.create("http://127.0.0.1:" + management), startUp);
    }

    /** How long it took from the command to the line that says it is ready. */
    public Duration startUp() {
        return startUp;
    }

    /** The address of its API. */
    public URI api() {
        return api;
    }

    /** Speaks to its API. */
    public Api open() {
        return new Api(api);
    }

    /** The process. */
    public Child process() {
        return child;
    }

    /** The sum of a metric over all its labels that match. */
    public double metric(String name, String labels) {
        String metrics = Api.text(URI.create(management + "/prometheus"));
        Matcher line =
                Pattern.compile("(?m)^" + name + "\\{[^}]*" + labels + "[^}]*} (\\S+)$")
                        .matcher(metrics);
        double sum = 0;
        while (line.find()) {
            sum += Double.parseDouble(line.group(1));
        }
        return sum;
    }

    @Override
    public void close() {
        child.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
