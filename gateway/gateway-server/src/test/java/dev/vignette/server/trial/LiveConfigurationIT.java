package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The built program's file changes while requests run; the tests are one story, told in order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LiveConfigurationIT {
    private static final Duration IN_FORCE = Duration.ofSeconds(2);

    private final Vendor second = Vendor.replicate();
    private Gateway gateway;
    private SteadyLoad load;
    private Path directory;
    private String text;

    @BeforeAll
    void begin(@TempDir Path place) throws Exception {
        directory = place;
        gateway = Gateway.start(place, Map.of("SECOND_TOKEN", second.credential()));
        text = Files.readString(gateway.file()).replace("scopes: [", "scopes: [operate, ");
        load = new SteadyLoad(gateway);
    }

    @AfterAll
    void end() {
        load.close();
        gateway.close();
        second.close();
    }

    private JsonNode config() {
        try {
            return Gateway.read(gateway.get("/v1/config"));
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private long version() {
        return config().path("version").asLong();
    }

    /** Waits until the version is that, and checks that it did not take long. */
    private void inForce(long version) {
        long began = System.nanoTime();
        gateway.program().await("no version " + version, () -> version() == version);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(IN_FORCE);
    }

    private String withLinks(String life) {
        return text + "  links: {life: %s}\n".formatted(life);
    }

    private HttpResponse<String> rollBack() throws Exception {
        return gateway.send(
                gateway.call("/v1/config/rollback")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"reason\": \"a trial\"}"))
                        .build());
    }

    @Test
    @Order(1)
    void aScopeIsThereForTheNextRequest() throws Exception {
        assertThat(gateway.get("/v1/config").statusCode()).isEqualTo(403);

        Files.writeString(gateway.file(), text);

        gateway.program().await("still forbidden", () -> !config().has("code"));
        assertThat(version()).isEqualTo(2);
        assertThat(config().at("/versions/0/changed/0").asText()).isEqualTo("vignette.clients");
    }

    @Test
    @Order(2)
    void aRenameIsSeen() throws Exception {
        Path draft = Files.writeString(directory.resolve("draft.yml"), withLinks("2h"));

        Files.move(draft, gateway.file(), StandardCopyOption.ATOMIC_MOVE);

        inForce(3);
    }

    @Test
    @Order(3)
    void aConfigMapIsSeen() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("mount"));
        Files.createDirectory(mount.resolve("..1"));
        Files.createDirectory(mount.resolve("..2"));
        Files.writeString(mount.resolve("..1/vignette.yml"), withLinks("3h"));
        Files.writeString(mount.resolve("..2/vignette.yml"), withLinks("4h"));
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..1"));
        Path link =
                Files.createSymbolicLink(
                        directory.resolve("link"), Path.of("mount/..data/vignette.yml"));
        Files.move(link, gateway.file(), StandardCopyOption.ATOMIC_MOVE);
        inForce(4);

        Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2"));
        Files.move(next, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

        inForce(5);
        assertThat(Gateway.read(gateway.get("/v1/config/versions/5")).path("diff").asText())
                .contains("-  links: {life: 3h}", "+  links: {life: 4h}");
        Files.delete(gateway.file());
    }

    @Test
    @Order(4)
    void aBadFileChangesNothing() throws Exception {
        Files.writeString(gateway.file(), text + "  lnks: {life: 1h}\n");

        gateway.program().await("not refused", () -> !config().path("refused").isNull());

        JsonNode config = config();
        assertThat(config.path("version").asLong()).isEqualTo(5);
        assertThat(config.path("in_sync").asBoolean()).isFalse();
        assertThat(config.at("/refused/faults/0/key").asText()).isEqualTo("vignette.lnks");
        assertThat(config.at("/refused/faults/0/line").asInt()).isPositive();
        assertThat(gateway.program().output()).contains("unknown key 'lnks'");
        assertThat(
                        gateway.program()
                                .get(gateway.program().management().resolve("/health/readiness"))
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        gateway.program()
                                .get(gateway.program().management().resolve("/prometheus"))
                                .body())
                .containsPattern("(?m)^vignette_config_version 5")
                .containsPattern("(?m)^vignette_config_refused_total 1")
                .containsPattern("(?m)^vignette_config_applied_total 5");
    }

    @Test
    @Order(5)
    void anOrderThatIsOutStaysWithItsAccount() throws Exception {
        gateway.replicate().pictureTakes(6_000);
        String out = gateway.begin(Gateway.series());
        gateway.program().await("not accepted", () -> state(out).equals("accepted"));

        Files.writeString(gateway.file(), elsewhere());
        inForce(6);
        JsonNode next = gateway.make(Gateway.series());

        assertThat(next.path("status").asText()).as(next.toString()).isEqualTo("succeeded");
        assertThat(next.at("/cost/amount").asText()).isEqualTo("0.05");
        assertThat(second.orders()).isNotEmpty();
        JsonNode ended = gateway.ended(out);
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("succeeded");
        assertThat(ended.path("attempts")).hasSize(1);
        assertThat(ended.at("/cost/amount").asText()).isEqualTo("0.04");
        gateway.replicate().pictureTakes(200);
    }

    @Test
    @Order(6)
    void itGoesBackAStepAndIgnoresTheFileOverARestart() throws Exception {
        assertThat(Gateway.read(rollBack()).path("version").asLong()).isEqualTo(7);

        load.whilePaused(() -> {
            gateway.restart();
            return version();
        });

        assertThat(version()).isEqualTo(7);
        assertThat(config().path("out_of_sync").asText()).contains("rolled back");
        Files.writeString(gateway.file(), withLinks("5h"));
        inForce(8);
        assertThat(config().path("in_sync").asBoolean()).isTrue();
    }

    @Test
    @Order(7)
    void nothingFailedAllTheWhile() {
        assertThat(load.end()).isGreaterThan(5);
        assertThat(load.failures()).isEmpty();
    }

    private String state(String generation) {
        return gateway.generation(generation).at("/attempts/0/state").asText();
    }

    /** Replicate is reached elsewhere, and costs more. */
    private String elsewhere() {
        return text.replace("amount: 0.04", "amount: 0.05")
                + """
                  providers:
                    replicate:
                      base-url: %s
                      credential-variable: SECOND_TOKEN
                """
                        .formatted(second.baseUrl());
    }
}
