package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.BuiltProgram;
import dev.vignette.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A gateway that dies, and is started again at the same address on the same data. */
final class Mortal implements AutoCloseable {
    private final Path directory;
    private final Map<String, String> environment;
    private final URI address;
    private @Nullable BuiltProgram program;

    private Mortal(Path directory, Map<String, String> environment, URI address) {
        this.directory = directory;
        this.environment = environment;
        this.address = address;
    }

    /**
     * A gateway that is not started yet.
     *
     * @param directory where it keeps everything
     * @param callable whether vendors can reach it
     */
    static Mortal in(Path directory, Market market, boolean callable, Map<String, String> more)
            throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("vignette.yml"), file());
        int port = Ports.free();
        URI address = URI.create("http://127.0.0.1:" + port);
        Map<String, String> environment = new HashMap<>(market.environment());
        environment.put("VIGNETTE_PORT", String.valueOf(port));
        if (callable) {
            environment.put("VIGNETTE_CALLBACK_URL", address.toString());
        }
        environment.putAll(more);
        return new Mortal(directory, environment, address);
    }

    /** Starts it and waits until it is ready. */
    void start() throws IOException {
        begin(List.of());
        program().awaitReady();
    }

    /** Starts it so that it dies at that moment, and waits until it is ready, or dead. */
    void startDying(String failpoint) throws IOException {
        begin(List.of("-Dvignette.failpoint=" + failpoint));
        program().isReady();
    }

    private void begin(List<String> options) throws IOException {
        List<String> java = new ArrayList<>(QuickStart.options());
        java.addAll(options);
        if (program != null) {
            program.close();
        }
        program = BuiltProgram.start(directory, environment, java);
    }

    BuiltProgram program() {
        if (program == null) {
            throw new IllegalStateException("not started yet");
        }
        return program;
    }

    /** Waits until it has died by itself. */
    void awaitDeath() throws InterruptedException {
        assertThat(program().awaitEnd()).as(program().output()).isEqualTo(137);
    }

    void kill() throws InterruptedException {
        program().kill();
    }

    /** Where it is, also while it is dead. */
    URI address() {
        return address;
    }

    /** Where it keeps everything. */
    Path data() {
        return directory.resolve("vignette-data");
    }

    /** The lines of its cost log, once they are as many as the app's report of costs says. */
    List<JsonNode> ledger(App app) {
        program().await("its cost log lacks lines", () -> ledger().size() == app.charges());
        return ledger();
    }

    private List<JsonNode> ledger() {
        try (Stream<String> lines = Files.lines(data().resolve("logs/cost.jsonl"))) {
            return lines.map(Http::read).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }

    private static String file() {
        return """
        vignette:
          clients:
            - name: app
              keys: [{id: a1, sha256: %s}]
              scopes: [generations, erasures, costs:read, operate]
          routes:
            portrait_series:
              - {provider: replicate, weight: 100}
            headshot:
              - {provider: modelslab, weight: 100}
          prices:
            - {provider: replicate, per: image, amount: 0.04, currency: USD, from: 2026-01-01}
            - {provider: modelslab, per: image, amount: 0.012, currency: USD, from: 2026-01-01}
        """
                .formatted(App.hash());
    }
}
