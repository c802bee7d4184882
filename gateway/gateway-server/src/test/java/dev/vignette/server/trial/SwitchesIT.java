package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.trial.OpenLoad.Request;
import dev.vignette.server.trial.RouteFile.Entry;
import dev.vignette.server.trial.Scene.Effect;
import dev.vignette.server.trial.SwitchTable.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty switches under load; none may cost a request. Each is put back before the next. The table
 * goes to {@code target/switches.md}; see docs/switching.md.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("proof")
class SwitchesIT {
    private static final Optional<Duration> FILE = Optional.of(Duration.ofSeconds(2));
    private static final Optional<Duration> CALL = Optional.of(Duration.ofSeconds(1));

    /** An order that was in doubt is proved absent after two and a half minutes, and made then. */
    private static final long LONGEST_DOUBT_MINUTES = 6;

    /** A program that was just started is slower than it will be. */
    private static final int WARM = 150;

    private static final Twist SERVER_ERROR = Twist.refused(500, Map.of(), "Internal error");
    private static final Twist NO_CREDIT = Twist.refused(402, Map.of(), "Insufficient credit");
    private static final Twist THROTTLED =
            Twist.refused(429, Map.of("Retry-After", "2"), "Request was throttled.");

    private final SwitchTable table = new SwitchTable();
    private Stage stage;
    private OpenLoad load;
    private Scene scene;
    private RouteFile base;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        stage = Stage.open(directory);
        base = stage.base();
        load = stage.load();
        stage.await("it does not warm up", () -> load.since(Instant.EPOCH).size() > WARM);
        scene = new Scene(stage, load, table);
    }

    @AfterAll
    void close() throws Exception {
        load.close();
        table.write(footing());
        stage.close();
    }

    @AfterEach
    void putBack() throws Exception {
        stage.replicate().everyOrder(Twist.NONE);
        put(base);
        stage.await("it is not well", () -> stage.isClosed("replicate"));
    }

    private String footing() {
        List<Request> all = load.since(Instant.EPOCH);
        long made =
                all.stream()
                        .flatMap(request -> request.ended().stream())
                        .filter(Asked::succeeded)
                        .count();
        return "In all %d requests, also those between the switches: %d failed."
                .formatted(all.size(), all.size() - made);
    }

    /** Brings a file into force. */
    private void put(RouteFile file) throws Exception {
        BooleanSupplier next = next();
        stage.rename(file);
        stage.await("the file is not in force", next);
    }

    /** Tells when there is a version after the one in force now. */
    private BooleanSupplier next() {
        long before = stage.version();
        return () -> stage.version() > before;
    }

    private Effect file(RouteFile file, Map<String, Integer> served) {
        return Effect.change(next(), by(file), served, FILE);
    }

    private static Predicate<Asked> by(RouteFile file) {
        return asked -> file.decided(asked.candidates());
    }

    /** Whether that provider's breaker was open when the request was routed. */
    private static boolean isAvoided(Asked asked, String provider) {
        return asked.candidates()
                .valueStream()
                .filter(one -> one.path("provider").asText().equals(provider))
                .anyMatch(one -> one.path("health").asText().equals("open"));
    }

    private Row rename(String number, String what, RouteFile file, Map<String, Integer> served)
            throws Exception {
        return scene.play(number, what, () -> stage.rename(file), file(file, served));
    }

    private static Map<String, Integer> halves() {
        return two(50, 50);
    }

    private static Map<String, Integer> two(int replicate, int modelslab) {
        Map<String, Integer> served = new TreeMap<>();
        served.put("replicate", replicate);
        served.put("modelslab", modelslab);
        return served;
    }

    private static Map<String, Integer> three(int replicate, int modelslab, int second) {
        Map<String, Integer> served = two(replicate, modelslab);
        served.put("replicate-b", second);
        return served;
    }

    @Test
    @Order(1)
    void weightsFromAllToHalf() throws Exception {
        put(base.shared(100, 0));

        rename("1", "Weights from 100/0 to 50/50", base, halves());
    }

    @Test
    @Order(2)
    void weightsFromHalfToMost() throws Exception {
        rename("2", "Weights from 50/50 to 90/10", base.shared(90, 10), two(90, 10));
    }

    @Test
    @Order(3)
    void weightToNothing() throws Exception {
        rename("3", "Weight of ModelsLab to 0", base.shared(100, 0), two(100, 0));
    }

    @Test
    @Order(4)
    void providerOffTheRoute() throws Exception {
        RouteFile alone = base.routed(Entry.share("replicate", 100));

        rename("4", "ModelsLab taken off the route", alone, two(100, 0));
    }

    @Test
    @Order(5)
    void fallbacksSwappedWhileTheFirstIsDown() throws Exception {
        Entry first = Entry.share("replicate", 100);
        Entry modelslab = Entry.fallback("modelslab");
        Entry second = Entry.fallback("replicate-b");
        put(base.routed(first, modelslab, second));
        stage.replicate().everyOrder(SERVER_ERROR);
        stage.await("its breaker stays closed", () -> stage.breaker("replicate").equals("open"));

        rename(
                "5",
                "Fallbacks swapped while Replicate answers 500",
                base.routed(first, second, modelslab),
                three(0, 0, 100));
    }

    @Test
    @Order(6)
    void providerDisabledWhileItsJobsRun() throws Exception {
        RouteFile all = base.shared(34, 33, 33);
        put(all);
        Instant before = Instant.now();
        stage.await("few requests", () -> load.since(before).size() > 30);

        Row row =
                rename(
                        "6",
                        "Replicate disabled while its jobs run",
                        all.without("replicate"),
                        three(0, 50, 50));

        Instant switched = row.after().getFirst().sent();
        assertThat(row.all())
                .as("jobs that ran")
                .anySatisfy(request -> {
                    Asked asked = request.asked().join();
                    assertThat(asked.provider()).isEqualTo("replicate");
                    assertThat(asked.sent()).isBefore(switched);
                    assertThat(asked.ended()).isAfter(switched);
                });
    }

    @Test
    @Order(7)
    void secondAccountAdded() throws Exception {
        rename("7", "A second account added", base.shared(40, 20, 40), three(40, 20, 40));
    }

    @Test
    @Order(8)
    void canaryByShare() throws Exception {
        rename(
                "8",
                "Canary by share, 20 %",
                base.routed(
                        Entry.share("replicate", 50),
                        Entry.share("modelslab", 50),
                        Entry.canary("replicate-b", 20)),
                three(40, 40, 20));
    }

    @Test
    @Order(9)
    void canaryByClient() throws Exception {
        RouteFile file =
                base.routed(
                        Entry.share("replicate", 50),
                        Entry.share("modelslab", 50),
                        Entry.canary("replicate-b", 0, "beta"));

        Row row = rename("9", "Canary for one client", file, three(40, 40, 20));

        assertThat(row.after())
                .allSatisfy(request -> {
                    Asked asked = request.asked().join();
                    assertThat(asked.provider().equals("replicate-b"))
                            .isEqualTo(asked.client().equals("beta"));
                });
    }

    @Test
    @Order(10)
    void pause() throws Exception {
        scene.play(
                "10",
                "ModelsLab paused",
                () -> stage.tell("/v1/providers/modelslab/pause"),
                Effect.change(() -> true, asked -> isPaused(asked), two(100, 0), CALL));
    }

    @Test
    @Order(11)
    void resume() throws Exception {
        scene.play(
                "11",
                "ModelsLab resumed",
                () -> stage.tell("/v1/providers/modelslab/resume"),
                Effect.change(() -> true, asked -> !isPaused(asked), halves(), CALL));
    }

    private static boolean isPaused(Asked asked) {
        return asked.candidates()
                .valueStream()
                .filter(one -> one.path("provider").asText().equals("modelslab"))
                .anyMatch(one -> one.path("reason").asText().contains("paused"));
    }

    @Test
    @Order(12)
    void badFile() throws Exception {
        long version = stage.version();
        String bad = stage.text(base.shared(10, 90)).replaceFirst("weight", "wieght");

        scene.play(
                "12",
                "A misspelt key: refused, nothing changes",
                () -> Files.writeString(stage.file(), bad),
                Effect.none(this::isRefused, by(base), halves(), FILE));

        assertThat(stage.version()).isEqualTo(version);
        assertThat(stage.config().at("/refused/faults").toString()).contains("wieght");
    }

    private boolean isRefused() {
        return !stage.config().path("refused").isNull();
    }

    @Test
    @Order(13)
    void halfAFile() throws Exception {
        RouteFile file = base.shared(30, 70);
        String text = stage.text(file);
        long version = stage.version();
        Files.writeString(stage.file(), text.substring(0, text.indexOf("portrait_series") + 8));
        stage.await("half a file is not refused", this::isRefused);
        assertThat(stage.version()).isEqualTo(version);

        scene.play(
                "13",
                "Half a file, then all of it",
                () -> Files.writeString(stage.file(), text),
                file(file, two(30, 70)));
    }

    @Test
    @Order(14)
    void renamedOver() throws Exception {
        rename("14", "The file replaced by a rename", base.shared(70, 30), two(70, 30));
    }

    @Test
    @Order(15)
    void configMap() throws Exception {
        RouteFile file = base.shared(30, 70);
        Path mount = Files.createDirectory(stage.directory().resolve("mount"));
        for (String version : List.of("..1", "..2")) {
            Path held = Files.createDirectory(mount.resolve(version)).resolve("vignette.yml");
            Files.writeString(held, stage.text(version.equals("..1") ? base : file));
        }
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..1"));
        BooleanSupplier mounted = next();
        Path link = stage.directory().resolve("link");
        Files.createSymbolicLink(link, Path.of("mount/..data/vignette.yml"));
        Files.move(link, stage.file(), StandardCopyOption.ATOMIC_MOVE);
        stage.await("it is not mounted", mounted);
        Path to = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2"));

        scene.play(
                "15",
                "A ConfigMap's link switched",
                () -> Files.move(to, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE),
                file(file, two(30, 70)));
    }

    @Test
    @Order(16)
    void rollback() throws Exception {
        put(base.shared(90, 10));

        scene.play(
                "16",
                "Rolled back from 90/10 to 50/50",
                () -> stage.tell("/v1/config/rollback"),
                Effect.change(next(), by(base), halves(), CALL));
    }

    @Test
    @Order(17)
    void slowProvider() throws Exception {
        Twist slow = Twist.late(Duration.ofSeconds(4));

        scene.play(
                "17",
                "Replicate answers orders ten times as slowly",
                () -> stage.replicate().everyOrder(slow),
                Effect.none(() -> true, by(base), halves(), Optional.empty()));
    }

    @Test
    @Order(18)
    void serverErrors() throws Exception {
        put(base.shared(40, 20, 40));

        scene.play(
                "18a",
                "Replicate answers every order with 500",
                () -> stage.replicate().everyOrder(SERVER_ERROR),
                opened("replicate", three(0, 33, 67)));
    }

    private Effect opened(String provider, Map<String, Integer> served) {
        return Effect.change(
                () -> stage.breaker(provider).equals("open"),
                asked -> isAvoided(asked, provider),
                served,
                Optional.empty());
    }

    @Test
    @Order(19)
    void throttled() throws Exception {
        RouteFile all = base.shared(40, 20, 40);
        put(all);

        scene.play(
                "19",
                "Replicate answers every order with 429, Retry-After: 2, for 8 s",
                () -> stage.replicate().everyOrder(storm(Instant.now().plusSeconds(8))),
                Effect.none(() -> true, by(all), Map.of("modelslab", 20), Optional.empty()));
    }

    /** What it refuses goes to the next largest share, so only the third share is known before. */
    private static Twist storm(Instant end) {
        return proper ->
                Instant.now().isBefore(end) ? THROTTLED.answer(proper) : Twist.NONE.answer(proper);
    }

    @Test
    @Order(20)
    void creditGone() throws Exception {
        RouteFile all = base.shared(40, 20, 40);
        put(all);
        scene.play(
                "20a",
                "Credit at Replicate gone (402)",
                () -> stage.replicate().everyOrder(NO_CREDIT),
                opened("replicate", three(0, 33, 67)));

        scene.play(
                "20b",
                "Credit there again",
                () -> stage.replicate().everyOrder(Twist.NONE),
                Effect.change(
                        () -> stage.isClosed("replicate"),
                        asked -> !isAvoided(asked, "replicate"),
                        three(40, 20, 40),
                        Optional.empty()));
    }

    @Test
    @Order(21)
    void refusedConnections() throws Exception {
        RouteFile all = base.shared(40, 20, 40);
        put(all);

        scene.play(
                "18b",
                "The second account refuses connections",
                () -> stage.rename(all.secondAt("http://127.0.0.1:1/v1")),
                opened("replicate-b", three(67, 33, 0)));
    }

    /** Also what was in doubt, and what was asked for between the switches. */
    @Test
    @Order(22)
    void nothingFailed() {
        load.close();
        List<Request> all = load.since(Instant.EPOCH);
        CompletableFuture<?>[] asked =
                all.stream().map(Request::asked).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(asked).orTimeout(LONGEST_DOUBT_MINUTES, TimeUnit.MINUTES).join();

        assertThat(table.rows()).allSatisfy(row -> assertThat(row.failures()).isEmpty());
        assertThat(all)
                .extracting(request -> request.asked().join())
                .filteredOn(one -> !one.succeeded())
                .extracting(Asked::complaint)
                .isEmpty();
    }
}
