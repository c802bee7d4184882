package dev.vignette.server.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.Ports;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway with three accounts, what operators do to it, and what it says of itself. */
final class Stage implements AutoCloseable {
    private static final Pattern FIRST_HASH = Pattern.compile("sha256: ([0-9a-f]{64})");
    private static final int PLENTY = 60_000;

    private final String betaKey = "vgk_" + UUID.randomUUID();
    private final Vendor second = Vendor.replicate();
    private final Path directory;
    private final Gateway gateway;
    private final RouteFile base;
    private int number;

    private Stage(Path directory) throws IOException {
        this.directory = directory;
        int port = Ports.free();
        this.gateway =
                Gateway.start(
                        directory,
                        Map.of(
                                "SECOND_TOKEN",
                                second.credential(),
                                "VIGNETTE_PORT",
                                String.valueOf(port),
                                "VIGNETTE_CALLBACK_URL",
                                "http://127.0.0.1:" + port));
        Matcher hash = FIRST_HASH.matcher(Files.readString(gateway.file()));
        assertThat(hash.find()).isTrue();
        List<String> keys = List.of(hash.group(1), sha256(betaKey));
        this.base = new RouteFile(keys, second.baseUrl(), Set.of(), List.of()).shared(50, 50);
    }

    /** Opens it, with both shares at half and jobs of 300 to 800 milliseconds. */
    static Stage open(Path directory) throws IOException {
        Stage stage = new Stage(directory);
        for (Vendor vendor : List.of(stage.gateway.replicate(), stage.second)) {
            vendor.takesPerMinute(PLENTY, PLENTY);
            vendor.pictureTakes(400);
        }
        stage.gateway.modelslab().pictureTakes(300);
        stage.rename(stage.base);
        stage.await("the first file is not in force", () -> stage.version() == 2);
        return stage;
    }

    OpenLoad load() {
        return new OpenLoad(gateway, betaKey);
    }

    /** Both shares at half. */
    RouteFile base() {
        return base;
    }

    Vendor replicate() {
        return gateway.replicate();
    }

    Vendor modelslab() {
        return gateway.modelslab();
    }

    /** The file's text, unlike any before. */
    String text(RouteFile file) {
        return file.text(++number);
    }

    /** Where the operator's file is. */
    Path file() {
        return gateway.file();
    }

    /** Where other files may be put. */
    Path directory() {
        return directory;
    }

    /** Writes the file where it is. */
    void write(RouteFile file) throws IOException {
        Files.writeString(gateway.file(), text(file));
    }

    /** Writes a file beside it and renames it over. */
    void rename(RouteFile file) throws IOException {
        Path draft = Files.writeString(directory.resolve("draft.yml"), text(file));
        Files.move(draft, gateway.file(), StandardCopyOption.ATOMIC_MOVE);
    }

    JsonNode config() {
        return read("/v1/config");
    }

    long version() {
        return config().path("version").asLong();
    }

    /** Whether that provider's breaker lets orders pass. */
    boolean isClosed(String provider) {
        return breaker(provider).equals("closed");
    }

    /** How that provider's breaker stands. */
    String breaker(String provider) {
        return read("/v1/providers")
                .path("data")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(provider))
                .findFirst()
                .map(one -> one.at("/health/breaker").asText())
                .orElse("unknown");
    }

    /** Tells the gateway something with a reason; it has to agree. */
    void tell(String path) throws Exception {
        HttpResponse<String> answer =
                gateway.send(
                        gateway.call(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"reason\": \"a trial\"}"))
                                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    void await(String complaint, BooleanSupplier condition) {
        gateway.program().await(complaint, condition);
    }

    private JsonNode read(String path) {
        try {
            return Gateway.read(gateway.get(path));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        gateway.close();
        second.close();
    }
}
