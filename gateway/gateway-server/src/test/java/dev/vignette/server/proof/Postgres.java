package dev.vignette.server.proof;

import dev.vignette.server.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server that can be killed, and started again on the same data. */
final class Postgres implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    private Postgres(Path directory, int port) throws IOException {
        this.directory = directory;
        this.port = port;
        this.server = server(directory, port);
    }

    static Postgres start(Path directory) throws IOException {
        return new Postgres(directory, Ports.free());
    }

    /** What a gateway has to know to use it. */
    Map<String, String> environment() {
        return Map.of(
                "VIGNETTE_DATABASE_URL",
                server.getJdbcUrl(USER, USER),
                "VIGNETTE_DATABASE_USERNAME",
                USER);
    }

    /** Ends it without a word (SIGKILL); what it had acknowledged is on the disk. */
    void kill() throws IOException {
        Path lock = directory.resolve("postmaster.pid");
        long process = Long.parseLong(Files.readAllLines(lock).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(process).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Starts it again after its death, at the same address. */
    void restart() throws IOException {
        server.close(); // it holds what only one may hold, also when its server is dead
        server = server(directory, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static EmbeddedPostgres server(Path directory, int port) throws IOException {
        // What it starts with by itself would lose commits, as tests may.
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }
}
