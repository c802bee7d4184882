package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.broken;
import static dev.vignette.engine.copy.ScriptedFetch.file;
import static dev.vignette.engine.copy.ScriptedFetch.status;
import static dev.vignette.engine.copy.ScriptedFetch.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.engine.copy.ScriptedFetch.Answer;
import dev.vignette.engine.intake.TestPictures;
import dev.vignette.fetch.Fetched;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.tck.objects.InMemoryObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopierTest {
    private static final byte[] PNG = TestPictures.png(64, 48);
    private static final URI LINK = Pictures.link(0);
    private static final URI MIRROR = URI.create("https://mirror.example/0.png");

    @TempDir Path directory;

    private final VirtualTime time = new VirtualTime();
    private final ScriptedFetch fetch = new ScriptedFetch();
    private final InMemoryObjectStore files = new InMemoryObjectStore();
    private final FailingStore store = new FailingStore(files);
    private final List<Picture> settled = Collections.synchronizedList(new ArrayList<>());
    private Spool spool;
    private Copier copier;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.open(directory, 1_000_000);
        copier = new Copier(fetch, store, spool, time, time, (picture, _) -> settled.add(picture));
    }

    @Test
    void storesTheBytesUnchangedAndTellsWhatTheyAre() throws Exception {
        fetch.at(LINK, file(TestPictures.webp(64, 48)));

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        byte[] expected = TestPictures.webp(64, 48);
        assertThat(copied.state())
                .isEqualTo(
                        new PictureState.Stored(
                                VirtualTime.START,
                                ImageType.WEBP,
                                64,
                                48,
                                expected.length,
                                ContentHash.of(expected)));
        assertThat(stored(copied)).isEqualTo(expected);
        assertThat(settled).containsExactly(copied);
    }

    @Test
    void waitsForALinkThatIsEarly() throws Exception {
        fetch.at(LINK, status(404), status(404), status(403), file(PNG));

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(copied.state()).isInstanceOf(PictureState.Stored.class);
        assertThat(time.pauses())
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    static Stream<Answer> useless() {
        return Stream.of(
                status(404),
                status(403),
                status(410),
                text("<html><body>Not found</body></html>"),
                text(""),
                _ -> new Fetched.Forbidden("10.0.0.1 is private"),
                _ -> new Fetched.TooLarge());
    }

    @ParameterizedTest
    @MethodSource("useless")
    void givesUpALinkThatGivesNoPicture(Answer answer) throws Exception {
        fetch.at(LINK, answer);

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(((PictureState.Lost) copied.state()).reason())
                .startsWith("the provider's link gave ")
                .doesNotContain("10.0.0.1");
        assertThat(time.passed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(spool.bytes()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the body ended early",
                "it took longer than allowed",
                "the line was closed",
            })
    void triesABrokenLineUntilTheLinkDies(String cause) throws Exception {
        fetch.at(LINK, broken(cause));

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(((PictureState.Lost) copied.state()).reason()).endsWith(cause);
        assertThat(time.passed()).isEqualTo(Pictures.LIFE);
        assertThat(time.pauses()).allMatch(p -> p.compareTo(Duration.ofSeconds(30)) <= 0);
        assertThat(spool.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 408})
    void survivesABusyServer(int status) throws Exception {
        Answer[] answers = Stream.generate(() -> status(status)).limit(40).toArray(Answer[]::new);
        answers[39] = file(PNG);
        fetch.at(LINK, answers);

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(copied.state()).isInstanceOf(PictureState.Stored.class);
    }

    @Test
    void triesADeadLinkOnceMoreAfterALongStandstill() throws Exception {
        fetch.at(LINK, status(404));
        Picture late = Pictures.linkedUntil(0, VirtualTime.START.minusSeconds(1));

        Picture copied = copier.copy(late, Pictures.RULES);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
        assertThat(fetch.calls()).containsExactly(LINK);
    }

    @Test
    void takesThePictureFromAMirror() throws Exception {
        fetch.at(LINK, status(404)).at(MIRROR, file(PNG));

        Picture copied = copier.copy(Pictures.linked(0, MIRROR), Pictures.RULES);

        assertThat(stored(copied)).isEqualTo(PNG);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void keepsOnWhileOnlyAMirrorIsBroken() throws Exception {
        fetch.at(LINK, status(404)).at(MIRROR, broken("the line was closed"));

        copier.copy(Pictures.linked(0, MIRROR), Pictures.RULES);

        assertThat(time.passed()).isEqualTo(Pictures.LIFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s\n", "%s\r\n", "data:image/png;base64,%s"})
    void decodesAFileThatHoldsThePictureAsBase64(String form) throws Exception {
        byte[] large = TestPictures.joined(TestPictures.png(64, 48), new byte[300_001]);
        fetch.at(LINK, text(form.formatted(Base64.getEncoder().encodeToString(large))));

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(stored(copied)).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aGVsbG8gd29ybGQ=", "AAAA====", "not base64 at all", "data:image/png;"})
    void keepsItsHandsOffOtherTexts(String body) throws Exception {
        fetch.at(LINK, text(body));

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(((PictureState.Lost) copied.state()).reason()).contains("no picture");
    }

    @Test
    void losesNothingWhenTheStoreIsDownForHours() throws Exception {
        fetch.at(LINK, file(PNG));
        store.failUntil(() -> time.passed().compareTo(Duration.ofHours(5)) > 0);

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(stored(copied)).isEqualTo(PNG);
        assertThat(fetch.calls()).hasSize(1);
        assertThat(time.pauses()).allMatch(p -> p.compareTo(Duration.ofSeconds(15)) <= 0);
    }

    @Test
    void storesAfterARestartWhatWasAlreadySpooled() throws Exception {
        fetch.at(LINK, file(PNG), status(404));
        store.failUntil(() -> {
            throw new IllegalStateException("the process is killed here");
        });
        assertThatThrownBy(() -> copier.copy(Pictures.linked(0), Pictures.RULES))
                .hasMessageContaining("killed");

        store.failUntil(() -> true);
        open();
        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(stored(copied)).isEqualTo(PNG);
        assertThat(fetch.calls()).hasSize(1);
    }

    @Test
    void storesInlinePicturesAfterARestart() throws Exception {
        Picture picture = Pictures.inline(0);

        copier.keep(picture, Base64.getEncoder().encodeToString(PNG));
        copier.keep(picture, Base64.getEncoder().encodeToString(PNG));
        open();
        Picture copied = copier.copy(picture, Pictures.RULES);

        assertThat(stored(copied)).isEqualTo(PNG);
        assertThat(spool.bytes()).isEqualTo(PNG.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aGVsbG8gd29ybGQ=", "%%%%", "", "AAA"})
    void callsInlineTextThatHoldsNoPictureLost(String text) throws Exception {
        copier.keep(Pictures.inline(0), text);

        Picture copied = copier.copy(Pictures.inline(0), Pictures.RULES);

        assertThat(((PictureState.Lost) copied.state()).reason()).contains("no picture");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void callsAnInlinePictureLostWhenItsSpoolFileIsGone() throws Exception {
        Picture copied = copier.copy(Pictures.inline(0), Pictures.RULES);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
    }

    @Test
    void callsAPictureLostWhenItsPlaceIsTaken() throws Exception {
        fetch.at(LINK, file(PNG));
        Picture picture = Pictures.linked(0);
        files.put(picture.key(), Content.of(new byte[3], "image/png"));

        Picture copied = copier.copy(picture, Pictures.RULES);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
    }

    @Test
    void leavesPicturesAloneThatAreSettled() throws Exception {
        Picture gone = Pictures.linked(0).in(new PictureState.Gone(VirtualTime.START));

        assertThat(copier.copy(gone, Pictures.RULES)).isSameAs(gone);
        assertThat(settled).isEmpty();
    }

    @Test
    void waitsWhileTheSpoolIsFull() throws Exception {
        spool = Spool.open(directory, PNG.length);
        copier = new Copier(fetch, store, spool, time, time, CopyListener.none());
        fetch.at(LINK, file(PNG)).at(Pictures.link(1), file(PNG));
        Picture first = copier.copy(Pictures.linked(0), Pictures.RULES);
        time.onPause(() -> copier.forget(first));

        Picture second = copier.copy(Pictures.linked(1), Pictures.RULES);

        assertThat(second.state()).isInstanceOf(PictureState.Stored.class);
        assertThat(time.pauses()).hasSize(1);
    }

    @Test
    void tellsAppsNothingAboutTheDiskItCouldNotWriteTo() throws Exception {
        Files.delete(directory);

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(((PictureState.Lost) copied.state()).reason())
                .endsWith("it could not be kept here");
        assertThat(time.passed()).isEqualTo(Pictures.LIFE);
    }

    @Test
    void takesInlinePicturesEvenWhenTheSpoolIsFull() throws Exception {
        spool = Spool.open(directory, 1);
        copier = new Copier(fetch, store, spool, time, time, CopyListener.none());

        copier.keep(Pictures.inline(0), Base64.getEncoder().encodeToString(PNG));

        assertThat(spool.bytes()).isEqualTo(PNG.length);
    }

    @Test
    void forgetsTheSpooledFileAndItsSize() throws Exception {
        fetch.at(LINK, file(PNG));
        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);
        assertThat(spool.bytes()).isEqualTo(PNG.length);

        copier.forget(copied);
        copier.forget(copied);

        assertThat(spool.bytes()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void stopsWhenItIsInterruptedAndCanBeTakenUpAgain() throws Exception {
        fetch.at(LINK, status(503), file(PNG));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> copier.copy(Pictures.linked(0), Pictures.RULES))
                .isInstanceOf(InterruptedException.class);

        Picture copied = copier.copy(Pictures.linked(0), Pictures.RULES);

        assertThat(stored(copied)).isEqualTo(PNG);
    }

    @Test
    @Timeout(30)
    void downloadsEightAtOnceAndLetsTheOthersWait() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger busy = new AtomicInteger();
        List<Callable<Picture>> copies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Picture picture = Pictures.linked(i);
            fetch.at(
                    Pictures.link(i),
                    sink -> {
                        busy.incrementAndGet();
                        open.await();
                        sink.write(PNG);
                        return new Fetched.Complete(PNG.length);
                    });
            copies.add(() -> copier.copy(picture, Pictures.RULES));
        }

        List<Future<Picture>> copied;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            copied = copies.stream().map(threads::submit).toList();
            Await.until(() -> copier.waiting() == 12 && busy.get() >= 8);
            assertThat(busy).hasValue(8);
            open.countDown();
        }

        for (Future<Picture> copy : copied) {
            assertThat(stored(copy.get())).isEqualTo(PNG);
        }
    }

    @Test
    void clearsAwayAtStartWhatNobodyWaitsFor() throws Exception {
        fetch.at(LINK, file(PNG)).at(Pictures.link(1), file(PNG));
        copier.copy(Pictures.linked(0), Pictures.RULES);
        copier.copy(Pictures.linked(1), Pictures.RULES);
        Files.write(directory.resolve("x.part"), PNG);

        open();
        assertThat(spool.bytes()).isEqualTo(2L * PNG.length);
        spool.keepOnly(List.of(Pictures.linked(1).key()));

        assertThat(spool.bytes()).isEqualTo(PNG.length);
        assertThat(spool.find(Pictures.linked(0).key())).isEmpty();
        assertThat(spool.find(Pictures.linked(1).key()))
                .hasValueSatisfying(p -> assertThat(p.hash()).isEqualTo(ContentHash.of(PNG)));
    }

    private byte[] stored(Picture picture) throws IOException {
        ObjectKey key = picture.key();
        ObjectFacts facts = files.find(key).orElseThrow();
        PictureState.Stored state = (PictureState.Stored) picture.state();
        assertThat(facts)
                .isEqualTo(new ObjectFacts(state.hash(), state.bytes(), state.type().mediaType()));
        try (var in = files.open(key).orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
