package dev.vignette.tck.objects;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real S3 server (S3Proxy) on loopback that keeps its files in a folder and enforces signatures,
 * expiry and {@code If-None-Match}. It runs as a process of its own, because it brings other
 * versions of half the libraries; it ends with {@link #close()}, and by itself when the process
 * that started it dies.
 *
 * <p>The system property {@code vignette.s3proxy.jar} says where S3Proxy's all-in-one jar is; the
 * build of a module that uses this copies it there ({@code org.gaul:s3proxy}, classifier {@code
 * jar-with-dependencies}).
 */
public final class S3Server implements AutoCloseable {
    /** The access key id that the server knows. */
    public static final String ACCESS_KEY_ID = "vignette-test";

    /** The secret that belongs to {@link #ACCESS_KEY_ID}. */
    public static final String SECRET_ACCESS_KEY = "not-a-secret";

    /** The one bucket. */
    public static final String BUCKET = "portraits";

    private static final Duration START = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private S3Server(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts a server on a free port, with one empty bucket or with what an earlier server left.
     *
     * @param folder where it keeps its files and its settings
     */
    public static S3Server start(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data").resolve(BUCKET));
        var server = new S3Server(folder, freePort());
        server.resume();
        return server;
    }

    /** Its address, for example {@code http://127.0.0.1:40123}. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The objects in the bucket, as files in the server's folder. */
    public List<Path> objects() throws IOException {
        try (var files = Files.walk(folder.resolve("data").resolve(BUCKET))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Removes all objects from the bucket. */
    public void empty() throws IOException {
        for (var object : objects()) {
            Files.delete(object);
        }
    }

    /** Kills the server, as an outage would; its files stay. */
    public void interrupt() throws IOException {
        var running = process;
        if (running == null) {
            return;
        }
        process = null;
        running.destroyForcibly();
        try {
            running.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server ended", e);
        }
    }

    /** Starts it again on the same port with the same files, and waits until it answers. */
    public void resume() throws IOException {
        interrupt();
        var started =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("server.log").toFile())
                        .start();
        process = started;
        var end = Instant.now().plus(START);
        while (!answers()) {
            if (!started.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("the S3 server did not start, see its server.log");
            }
            pause();
        }
    }

    @Override
    public void close() throws IOException {
        interrupt();
    }

    private List<String> command() throws IOException {
        var settings = folder.resolve("s3proxy.properties");
        Files.writeString(settings, settings());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = ownClasses() + System.getProperty("path.separator") + jar();
        return List.of(
                java,
                "-Xmx256m",
                "-cp",
                classes,
                S3ServerMain.class.getName(),
                settings.toString());
    }

    private String settings() {
        return """
        s3proxy.endpoint=%s
        s3proxy.authorization=aws-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        s3proxy.ignore-unknown-headers=true
        jclouds.provider=filesystem
        jclouds.filesystem.basedir=%s
        """
                .formatted(endpoint(), ACCESS_KEY_ID, SECRET_ACCESS_KEY, folder.resolve("data"));
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection) endpoint().toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the server started", e);
        }
    }

    private static String jar() {
        var jar = System.getProperty("vignette.s3proxy.jar");
        if (jar == null) {
            throw new IllegalStateException("the property vignette.s3proxy.jar is not set");
        }
        return jar;
    }

    private static Path ownClasses() {
        try {
            var source = S3Server.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where these classes are", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
