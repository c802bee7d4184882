package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.vignette.portrait.ImageType;
import dev.vignette.provider.Asset;
import dev.vignette.provider.Cancels;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ReferencePhoto;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.UploadsPhotos.Upload;
import dev.vignette.provider.Usage;
import dev.vignette.tck.Orders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real adapter against the vendor's double, over real HTTP. */
final class ReplicateSandboxTest {
    private static final Order ORDER = Orders.valid().order();

    private final DoubleDriver vendor = new DoubleDriver();
    private final ReplicateProvider adapter = vendor.adapter();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void deliversRealPicturesAtOnce() {
        Submission submission = adapter.submit(ORDER);

        assertThat(submission).isInstanceOf(Submission.Finished.class);
        List<Asset> assets = ((Submission.Finished) submission).delivery().assets();
        assertThat(assets).hasSize(2).allSatisfy(asset -> assertPicture(asset, ImageType.PNG));
    }

    @Test
    void followsAJobThroughItsStatesToItsPictures() {
        vendor.pictureTakesSeconds(5);
        TaskHandle task = taken(ORDER);

        Progress starting = adapter.check(task);
        vendor.clock().advance(Duration.ofSeconds(5));
        Progress processing = adapter.check(task);
        vendor.clock().advance(Duration.ofSeconds(5));
        Progress finished = adapter.check(task);

        assertThat(starting).isInstanceOf(Progress.Working.class);
        assertThat(processing).isInstanceOf(Progress.Working.class);
        assertThat(finished).isInstanceOf(Progress.Finished.class);
        assertThat(((Progress.Finished) finished).delivery().usage().gpuSeconds())
                .isEqualByComparingTo("8");
        assertThat(vendor.invoice().path("pictures").asInt()).isEqualTo(2);
    }

    @Test
    void chargesWhatNobodyHasLookedAt() {
        vendor.pictureTakesSeconds(5);
        taken(ORDER);

        vendor.clock().advance(Duration.ofMinutes(1));

        assertThat(vendor.invoice().path("pictures").asInt()).isEqualTo(2);
    }

    @Test
    void fetchesALinkedPhotoOnceWhenTheOrderIsTaken() throws IOException {
        List<String> fetches = new CopyOnWriteArrayList<>();
        byte[] photo = Orders.photo().content().get();
        HttpServer gateway =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext(
                "/in/",
                exchange -> {
                    fetches.add(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(200, photo.length);
                    exchange.getResponseBody().write(photo);
                    exchange.close();
                });
        gateway.start();
        URI link = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/in/a.png");

        Submission submission = adapter.submit(Orders.valid().photo(Orders.photoAt(link)).order());
        gateway.stop(0);

        assertThat(((Submission.Finished) submission).delivery().assets())
                .allSatisfy(asset -> assertPicture(asset, ImageType.PNG));
        assertThat(fetches).containsExactly("/in/a.png");
    }

    @Test
    void deliversFromAnUploadedPhoto() {
        Upload upload = adapter.upload(Orders.photoOfSize(2_000_000));

        ReferencePhoto uploaded = ((Upload.Ready) upload).photo();
        Submission submission = adapter.submit(Orders.valid().photo(uploaded).order());

        assertThat(submission).isInstanceOf(Submission.Finished.class);
        assertPicture(
                ((Submission.Finished) submission).delivery().assets().getFirst(), ImageType.PNG);
    }

    @ParameterizedTest
    @CsvSource({
        "throttled, THROTTLED",
        "throttled_by_header, THROTTLED",
        "throttled_without_a_wait, THROTTLED",
        "out_of_credit, OUT_OF_CREDIT",
        "unauthenticated, CREDENTIALS"
    })
    void isRefusedWithoutBuyingAnything(String fault, FailureKind kind) {
        vendor.arm(fault);

        Submission submission = adapter.submit(ORDER);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(kind));
        assertThat(accepted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "unavailable, 0",
        "html_answer, 0",
        "cut_before_accepting, 0",
        "cut_after_accepting, 1",
        "half_answer, 1",
        "server_error_after_accepting, 1"
    })
    void doesNotKnowWhatOnlyTheInvoiceKnows(String fault, int bought) {
        vendor.arm(fault);

        Submission submission = adapter.submit(ORDER);

        assertThat(submission).isInstanceOf(Submission.Unknown.class);
        assertThat(accepted()).isEqualTo(bought);
    }

    @ParameterizedTest
    @CsvSource({
        "content_refused, CONTENT_REFUSED",
        "run_fails, UNAVAILABLE",
        "out_of_memory, FAILED",
        "data_removed, LOST"
    })
    void endsWithoutPictures(String fault, FailureKind kind) {
        vendor.arm(fault);

        Submission submission = adapter.submit(ORDER);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Ended.class,
                        ended -> assertThat(ended.failure().kind()).isEqualTo(kind));
    }

    @Test
    void aPhotoThatIsNoneFailsTheRun() {
        Order order =
                Orders.valid().photo(Orders.photoAt(URI.create("http://127.0.0.1:9/x"))).order();

        Submission submission = adapter.submit(order);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Ended.class,
                        ended -> assertThat(ended.failure().kind()).isEqualTo(FailureKind.FAILED));
    }

    @Test
    void deliversFewerPicturesThanOrdered() {
        vendor.arm("fewer_pictures");

        Submission submission = adapter.submit(ORDER);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Finished.class,
                        finished -> assertThat(finished.delivery().assets()).hasSize(1));
    }

    @Test
    void takesAnUnclosedAnswerForUnfinished() {
        vendor.arm("unclosed_answer");
        TaskHandle task = taken(ORDER);

        Progress progress = adapter.check(task);

        assertThat(progress).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void isStoppedAtItsDeadlineAndPaysForWhatRan() {
        vendor.arm("never_finishes");
        TaskHandle task = taken(Orders.valid().timeLeft(Duration.ofSeconds(60)).order());

        vendor.clock().advance(Duration.ofSeconds(60));

        Progress.Ended ended = ended(task, FailureKind.DEADLINE);
        assertThat(ended.usage().gpuSeconds()).isEqualByComparingTo("60");
    }

    @Test
    void isAbortedAtItsDeadlineForNothingWhenItNeverStarted() {
        vendor.arm("never_starts");
        TaskHandle task = taken(Orders.valid().timeLeft(Duration.ofSeconds(60)).order());

        vendor.clock().advance(Duration.ofSeconds(60));

        Progress.Ended ended = ended(task, FailureKind.DEADLINE);
        assertThat(ended.usage()).isEqualTo(Usage.NOTHING);
    }

    @Test
    void isCanceled() {
        vendor.arm("never_finishes");
        TaskHandle task = taken(ORDER);
        vendor.clock().advance(Duration.ofSeconds(3));

        ((Cancels) adapter).cancel(task);

        Progress.Ended ended = ended(task, FailureKind.CANCELED);
        assertThat(ended.usage().gpuSeconds()).isEqualByComparingTo("3");
    }

    @Test
    void aCancelThatComesTooLateChangesNothing() {
        TaskHandle task = ((Submission.Finished) adapter.submit(ORDER)).task();

        ((Cancels) adapter).cancel(task);

        assertThat(adapter.check(task)).isInstanceOf(Progress.Finished.class);
    }

    @Test
    void losesItsPicturesAfterAnHour() {
        Submission.Finished finished = (Submission.Finished) adapter.submit(ORDER);
        Asset.Linked picture = (Asset.Linked) finished.delivery().assets().getFirst();

        vendor.clock().advance(Duration.ofMinutes(60));

        ended(finished.task(), FailureKind.LOST);
        assertThat(vendor.download(picture.link()).statusCode()).isEqualTo(404);
        assertThat(picture.expiresAt()).isEqualTo(vendor.clock().instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check_throttled", "check_unavailable"})
    void aFailedLookIsTriedAgain(String fault) {
        TaskHandle task = ((Submission.Finished) adapter.submit(ORDER)).task();
        vendor.arm(fault);

        Progress failed = adapter.check(task);
        Progress again = adapter.check(task);

        assertThat(failed).isInstanceOf(Progress.Unreadable.class);
        assertThat(again).isInstanceOf(Progress.Finished.class);
    }

    private int accepted() {
        return vendor.invoice().path("accepted").asInt();
    }

    private TaskHandle taken(Order order) {
        Submission submission = adapter.submit(order);
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return ((Submission.Accepted) submission).task();
    }

    private Progress.Ended ended(TaskHandle task, FailureKind kind) {
        Progress progress = adapter.check(task);
        assertThat(progress).isInstanceOf(Progress.Ended.class);
        Progress.Ended ended = (Progress.Ended) progress;
        assertThat(ended.failure().kind()).isEqualTo(kind);
        return ended;
    }

    private void assertPicture(Asset asset, ImageType type) {
        HttpResponse<byte[]> picture = vendor.download(((Asset.Linked) asset).link());
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(ImageType.sniff(picture.body())).contains(type);
        assertThat(picture.body()).hasSizeGreaterThan(10_000);
    }
}
