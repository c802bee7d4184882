package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.proof.App.Wish;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways share everything, and buy as if they were one. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("proof")
class TwoGatewaysIT {
    private static final Duration TAKEN_OVER = Duration.ofSeconds(60);

    private Pair pair;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        pair = Pair.start(directory);
    }

    @AfterAll
    void stop() throws Exception {
        pair.close();
    }

    /** Whatever a trial was about: nothing was bought twice, and nothing is lost. */
    @AfterEach
    void settle() {
        pair.market().replicate().pictureTakes(0);
        pair.market().modelslab().pictureTakes(0);
        Aftermath aftermath = Aftermath.await(pair.market(), pair.second(), TAKEN_OVER);
        assertThat(aftermath.reckoning().duplicates()).isEmpty();
        assertThat(aftermath.losses(List.of())).isEmpty();
    }

    @Test
    void identicalRequestsAtBothAreOneOrder() {
        int before = pair.market().invoice().size();
        Wish wish = series();

        CompletableFuture<JsonNode> one = made(pair.atFirst(), wish);
        CompletableFuture<JsonNode> other = made(pair.atSecond(), wish.again());

        assertThat(sums(one.join())).isEqualTo(sums(other.join())).hasSize(1);
        assertThat(pair.market().invoice()).hasSize(before + 1);
    }

    @Test
    void aKeyAtBothIsOneGeneration() {
        int before = pair.market().invoice().size();
        Wish wish = series();

        CompletableFuture<JsonNode> one = made(pair.atFirst(), wish);
        CompletableFuture<JsonNode> other = made(pair.atSecond(), wish);

        assertThat(one.join().path("id")).isEqualTo(other.join().path("id"));
        assertThat(pair.market().invoice()).hasSize(before + 1);
    }

    @Test
    void whoWaitsAtOneGetsWhatTheOtherMakes() {
        pair.market().replicate().pictureTakes(3_000);
        Wish wish = series();
        String id = Pair.begin(pair.atFirst(), wish);

        JsonNode waited = made(pair.atSecond(), wish).join();

        assertThat(waited.path("id").asText()).isEqualTo(id);
        assertThat(waited.path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void callingOffAtOneStopsTheJobOfTheOther() {
        pair.market().replicate().pictureTakes(40_000);
        String id = Pair.begin(pair.atFirst(), series());
        pair.first().program().await("not accepted", () -> states(id).contains("accepted"));

        pair.atSecond().cancel(id);

        pair.first().program().await("it goes on", () -> states(id).contains("canceled"));
        assertThat(pair.market().invoice().getLast().pictures()).isZero();
    }

    @Test
    void theRoomAtAVendorIsSharedByBoth() {
        pair.market().modelslab().pictureTakes(1_000);

        List<CompletableFuture<JsonNode>> callers =
                IntStream.range(0, 12)
                        .mapToObj(number ->
                                made(
                                        number % 2 == 0 ? pair.atFirst() : pair.atSecond(),
                                        Wish.of("headshot", 1, 120)))
                        .toList();

        assertThat(callers)
                .allSatisfy(caller ->
                        assertThat(caller.join().path("status").asText()).isEqualTo("succeeded"));
        assertThat(pair.atFirst().attempts("refused")).isEmpty();
    }

    @Test
    void whatADeadGatewayHadInHandIsFinishedByTheOther() throws Exception {
        pair.market().replicate().pictureTakes(4_000);
        List<String> ids =
                IntStream.range(0, 4).mapToObj(_ -> Pair.begin(pair.atFirst(), series())).toList();
        pair.first().program().await("not accepted", () -> ids.stream().allMatch(this::isAccepted));

        pair.first().kill();
        long killed = System.nanoTime();
        App other = pair.atSecond();
        pair.second().program().await("it is not taken over", () -> areOver(other, ids));
        Duration took = Duration.ofNanos(System.nanoTime() - killed);

        System.out.println("taken over and finished " + took.toMillis() + " ms after the kill");
        assertThat(took).isLessThan(TAKEN_OVER);
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(other.generation(id).orElseThrow().path("status").asText())
                                .isEqualTo("succeeded"));
        pair.first().start();
    }

    private boolean isAccepted(String id) {
        return states(id).contains("accepted");
    }

    private List<String> states(String id) {
        return pair.atSecond()
                .generation(id)
                .orElseThrow()
                .path("attempts")
                .valueStream()
                .map(attempt -> attempt.path("state").asText())
                .toList();
    }

    private static boolean areOver(App app, List<String> ids) {
        return ids.stream()
                .allMatch(id -> app.generation(id).orElseThrow().path("done").asBoolean());
    }

    private static Wish series() {
        return Wish.of("portrait_series", 1, 120);
    }

    private static CompletableFuture<JsonNode> made(App app, Wish wish) {
        return CompletableFuture.supplyAsync(() -> {
            HttpResponse<String> answer = app.ask(wish, "wait=50").orElseThrow();
            return Http.read(answer.body());
        });
    }

    private static List<String> sums(JsonNode generation) {
        return generation
                .path("images")
                .valueStream()
                .map(image -> image.path("sha256").asText())
                .toList();
    }
}
