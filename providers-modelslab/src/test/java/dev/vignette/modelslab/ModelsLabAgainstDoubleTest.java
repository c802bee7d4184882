package dev.vignette.modelslab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.modelslab.sandbox.ModelsLabDouble;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Account;
import dev.vignette.provider.Asset;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Secret;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxSettings;
import dev.vignette.tck.Orders;
import dev.vignette.tck.SettableClock;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter and the double, which know nothing of each other, over real HTTP. */
class ModelsLabAgainstDoubleTest {
    private final SettableClock clock = SettableClock.at("2026-03-01T10:00:00Z");
    private final RunningDouble vendor =
            new ModelsLabDouble().start(SandboxSettings.forTests(clock));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ImageProvider adapter = adapter("enterprise", vendor.credential());
    private final Order order = Orders.validHeadshot().order();

    @AfterEach
    void stop() {
        http.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprise", "v6"})
    void deliversAPictureOfTheOrderedSizeAtOnce(String api) throws Exception {
        Style style = style("portrait", Background.GREEN_SCREEN, 320, 256);

        Submission submission =
                adapter(api, vendor.credential())
                        .submit(Orders.validHeadshot().style(style).order());

        BufferedImage picture = image(get(link(delivery(submission))).body());
        assertThat(picture.getWidth()).isEqualTo(320);
        assertThat(picture.getHeight()).isEqualTo(256);
        int corner = picture.getRGB(2, 2);
        assertThat(corner >> 8 & 0xFF).isGreaterThan(120);
        assertThat(corner >> 16 & 0xFF).isLessThan(60);
    }

    @Test
    void drawsThePicturesOfASeriesInDifferentPoses() throws Exception {
        Style style = new Style(null, null, null, null, null, 256, 256, null, null, 7L, null);
        Orders series = Orders.valid().count(1).style(style);

        BufferedImage first = image(get(made(series.firstPicture(0))).body());
        BufferedImage second = image(get(made(series.firstPicture(1))).body());
        BufferedImage firstAgain = image(get(made(series.firstPicture(0))).body());

        assertThat(shareOfDifferentPixels(first, second)).isGreaterThan(0.02);
        // Only the number on it is another.
        assertThat(shareOfDifferentPixels(first, firstAgain)).isLessThan(0.01);
    }

    @Test
    void reportsADrawnSeedAboveTheRangeOfAnInt() {
        Submission submission = adapter.submit(order);

        assertThat(delivery(submission).assets().getFirst().seed())
                .isBetween(1L << 31, (1L << 32) - 1);
    }

    @ParameterizedTest
    @CsvSource({"queued, \\d+", "queued_text_id, .+-.+"})
    void followsAQueuedJobToItsPicture(String fault, String idForm) throws Exception {
        arm(fault, 1);
        clockTakes(Duration.ofSeconds(5));

        Submission.Accepted accepted = (Submission.Accepted) adapter.submit(order);
        Progress early = adapter.check(accepted.task());
        clock.advance(Duration.ofSeconds(5));
        Progress late = adapter.check(accepted.task());

        assertThat(accepted.task().providerId()).matches(idForm);
        assertThat(accepted.checkAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(early).isInstanceOf(Progress.Working.class);
        assertThat(late).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void doesNotFollowAFetchAddressElsewhere() throws Exception {
        arm("foreign_fetch_result", 1);

        Submission.Accepted accepted = (Submission.Accepted) adapter.submit(order);

        assertThat(adapter.check(accepted.task())).isInstanceOf(Progress.Finished.class);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_key, CREDENTIALS",
        "out_of_credit, OUT_OF_CREDIT",
        "queue_full, THROTTLED",
        "rate_limit_under_200, THROTTLED",
        "object_message, INVALID_INPUT",
        "try_again, UNAVAILABLE"
    })
    void isRefusedWithoutACharge(String fault, FailureKind expected) throws Exception {
        arm(fault, 1);

        Submission submission = adapter.submit(order);

        assertThat(((Submission.Refused) submission).failure().kind()).isEqualTo(expected);
        assertThat(invoice().path("accepted").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "cut_before_accepting, 0",
        "html_answer, 0",
        "server_error, 0",
        "cut_after_accepting, 1",
        "half_answer, 1"
    })
    void doesNotKnowTheOutcomeWhetherTheOrderWasTakenOrNot(String fault, int taken)
            throws Exception {
        arm(fault, 1);

        Submission submission = adapter.submit(order);

        assertThat(submission).isInstanceOf(Submission.Unknown.class);
        assertThat(invoice().path("accepted").asInt()).isEqualTo(taken);
    }

    @Test
    void doesNotKnowTheOutcomeWhenNoAnswerComes() throws Exception {
        arm("no_answer", 1);
        Duration patience = Duration.ofMillis(500);

        Submission submission =
                ModelsLabFactory.open(account("enterprise", vendor.credential()), patience)
                        .submit(order);

        assertThat(submission).isInstanceOf(Submission.Unknown.class);
        assertThat(invoice().path("accepted").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch_server_error", "fetch_queue_full"})
    void aFailedLookLeavesTheJob(String fault) throws Exception {
        TaskHandle task = queued();
        arm(fault, 1);

        assertThat(adapter.check(task)).isInstanceOf(Progress.Unreadable.class);
        assertThat(adapter.check(task)).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void looksAgainWhenTheFetchSaysTryAgain() throws Exception {
        TaskHandle task = queued();
        arm("try_again_on_fetch", 1);

        assertThat(adapter.check(task)).isInstanceOf(Progress.Working.class);
        assertThat(invoice().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aJobNobodyKnowsIsLost() throws Exception {
        TaskHandle task = queued();
        arm("lost_job", 1);

        Progress progress = adapter.check(task);

        assertThat(((Progress.Ended) progress).failure().kind()).isEqualTo(FailureKind.LOST);
    }

    @Test
    void aFailedJobEndsAndIsNotCharged() throws Exception {
        arm("failed_job", 1);
        Submission.Accepted accepted = (Submission.Accepted) adapter.submit(order);

        Progress progress = adapter.check(accepted.task());

        assertThat(((Progress.Ended) progress).failure().kind()).isEqualTo(FailureKind.FAILED);
        assertThat(invoice().path("amount").asText()).isEqualTo("0");
    }

    @Test
    void aFlaggedPictureIsRefusedContent() throws Exception {
        arm("flagged", 1);

        Submission submission = adapter.submit(order);

        assertThat(((Submission.Ended) submission).failure().kind())
                .isEqualTo(FailureKind.CONTENT_REFUSED);
    }

    @Test
    void takesAPictureInsideTheAnswer() throws Exception {
        arm("inline_output", 1);

        Submission submission = adapter.submit(order);

        assertThat(delivery(submission).assets().getFirst()).isInstanceOf(Asset.Inline.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"output_as_text", "only_proxy_links"})
    void findsThePictureWhereverItIs(String fault) throws Exception {
        arm(fault, 1);

        Submission submission = adapter.submit(order);

        byte[] file = get(link(delivery(submission))).body();
        assertThat(ImageType.sniff(file)).contains(ImageType.PNG);
    }

    @Test
    void aLateLinkWorksAfterThreeTries() throws Exception {
        arm("link_not_found", 3);
        URI link = link(delivery(adapter.submit(order)));

        List<Integer> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tries.add(get(link).statusCode());
        }

        assertThat(tries).containsExactly(404, 404, 404, 200);
    }

    @Test
    void refusesTheSixthOrderAtOnce() throws Exception {
        clockTakes(Duration.ofSeconds(10));
        for (int i = 0; i < 5; i++) {
            assertThat(adapter.submit(order)).isInstanceOf(Submission.Accepted.class);
        }

        Submission sixth = adapter.submit(order);

        assertThat(((Submission.Refused) sixth).failure().retryAfter())
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void servesFiveOrdersAtTheSameTime() throws Exception {
        List<Submission> outcomes = new ArrayList<>();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Submission>> running = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                running.add(threads.submit(() -> adapter.submit(order)));
            }
            for (Future<Submission> future : running) {
                outcomes.add(future.get());
            }
        }

        assertThat(outcomes).allMatch(Submission.Finished.class::isInstance);
        assertThat(invoice().path("amount").asText()).isEqualTo("0.060");
    }

    @Test
    void aWrongKeyIsRefused() {
        Submission submission = adapter("enterprise", "somebody-else").submit(order);

        assertThat(((Submission.Refused) submission).failure().kind())
                .isEqualTo(FailureKind.CREDENTIALS);
    }

    private URI made(Orders one) {
        return link(delivery(adapter.submit(one.order())));
    }

    private static double shareOfDifferentPixels(BufferedImage one, BufferedImage other) {
        int[] left = one.getRGB(0, 0, 256, 256, null, 0, 256);
        int[] right = other.getRGB(0, 0, 256, 256, null, 0, 256);
        long different =
                IntStream.range(0, left.length)
                        .filter(i -> distance(new Color(left[i]), new Color(right[i])) > 48)
                        .count();
        return (double) different / left.length;
    }

    private static double distance(Color one, Color other) {
        return Math.sqrt(
                Math.pow(one.getRed() - other.getRed(), 2)
                        + Math.pow(one.getGreen() - other.getGreen(), 2)
                        + Math.pow(one.getBlue() - other.getBlue(), 2));
    }

    private TaskHandle queued() throws Exception {
        arm("queued", 1);
        return ((Submission.Accepted) adapter.submit(order)).task();
    }

    private ImageProvider adapter(String api, String key) {
        return new ModelsLabFactory().open(account(api, key));
    }

    private Account<ModelsLabSettings> account(String api, String key) {
        return new Account<>(
                "modelslab", Settings.of(api), vendor.baseUrl(), new Secret(key), clock);
    }

    private void arm(String fault, int times) throws IOException, InterruptedException {
        send("POST", "/faults", "{\"fault\": \"" + fault + "\", \"times\": " + times + "}");
    }

    private void clockTakes(Duration pictureTime) throws IOException, InterruptedException {
        send("PUT", "/pace", "{\"picture_millis\": " + pictureTime.toMillis() + "}");
    }

    private void send(String method, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(vendor.controlUrl() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private JsonNode invoice() throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(get(URI.create(vendor.controlUrl() + "/invoice")).body());
    }

    private HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Delivery delivery(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Finished.class);
        return ((Submission.Finished) submission).delivery();
    }

    private static URI link(Delivery delivery) {
        return ((Asset.Linked) delivery.assets().getFirst()).link();
    }

    private static BufferedImage image(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static Style style(String prompt, Background background, int width, int height) {
        return new Style(
                prompt, null, background, null, null, width, height, null, null, null, null);
    }
}
