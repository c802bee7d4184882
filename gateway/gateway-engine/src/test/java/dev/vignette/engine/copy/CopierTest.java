package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.broken;
import static dev.vignette.engine.copy.ScriptedFetch.file;
import static dev.vignette.engine.copy.ScriptedFetch.status;
import static dev.vignette.engine.copy.ScriptedFetch.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.engine.intake.TestPictures;
import dev.vignette.fetch.Fetched;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.Content;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopierTest {
    private static final URI LINK = Pictures.link(0);

    private static final URI MIRROR = URI.create("https://mirror.example/0.png");

    @TempDir Path directory;

    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
    }

    @Test
    void storesTheBytesUnchangedAndTellsWhatTheyAre() throws Exception {
        room.fetch.at(LINK, file(TestPictures.webp(64, 48)));

        Picture copied = room.copy(Pictures.linked(0));

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
        assertThat(room.stored(copied)).isEqualTo(expected);
        assertThat(room.settled).containsExactly(copied);
    }

    @Test
    void takesThePictureFromAMirror() throws Exception {
        room.fetch.at(LINK, status(404)).at(MIRROR, file(CopyRoom.PNG));

        Picture copied = room.copy(Pictures.linked(0, MIRROR));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.time.pauses()).isEmpty();
    }

    @Test
    void keepsOnWhileOnlyAMirrorIsBroken() throws Exception {
        room.fetch.at(LINK, status(404)).at(MIRROR, broken("the line was closed"));

        room.copy(Pictures.linked(0, MIRROR));

        assertThat(room.time.passed()).isEqualTo(Pictures.LIFE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s\n", "%s\r\n", "data:image/png;base64,%s"})
    void decodesAFileThatHoldsThePictureAsBase64(String form) throws Exception {
        byte[] large = TestPictures.joined(TestPictures.png(64, 48), new byte[300_001]);
        room.fetch.at(LINK, text(form.formatted(Base64.getEncoder().encodeToString(large))));

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(room.stored(copied)).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aGVsbG8gd29ybGQ=", "AAAA====", "not base64 at all", "data:image/png;"})
    void keepsItsHandsOffOtherTexts(String body) throws Exception {
        room.fetch.at(LINK, text(body));

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(((PictureState.Lost) copied.state()).reason()).contains("no picture");
    }

    @Test
    void callsAPictureLostWhenItsPlaceIsTaken() throws Exception {
        room.fetch.at(LINK, file(CopyRoom.PNG));
        Picture picture = Pictures.linked(0);
        room.files.put(picture.key(), Content.of(new byte[3], "image/png"));

        Picture copied = room.copy(picture);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
    }

    @Test
    void leavesPicturesAloneThatAreSettled() throws Exception {
        Picture gone = Pictures.linked(0).in(new PictureState.Gone(VirtualTime.START));

        assertThat(room.copy(gone)).isSameAs(gone);
        assertThat(room.settled).isEmpty();
    }

    @Test
    void stopsWhenItIsInterruptedAndCanBeTakenUpAgain() throws Exception {
        room.fetch.at(LINK, status(503), file(CopyRoom.PNG));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> room.copy(Pictures.linked(0)))
                .isInstanceOf(InterruptedException.class);

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
    }

    @Test
    @Timeout(30)
    void downloadsEightAtOnceWhenTheyAreUrgent() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger busy = new AtomicInteger();
        Instant soon = VirtualTime.START.plusSeconds(60);
        room.time.share(10);
        try (ManyCopies copies = new ManyCopies(room)) {
            for (int i = 0; i < 10; i++) {
                room.fetch.at(
                        Pictures.link(i),
                        landing -> {
                            busy.incrementAndGet();
                            open.await();
                            return file(CopyRoom.PNG).into(landing);
                        });
                copies.begin(Pictures.linkedUntil(i, soon));
            }
            Await.until(() -> room.copier.waiting() == 2 && busy.get() >= 8);

            assertThat(busy).hasValue(8);
            open.countDown();
            copies.settled();
        }
    }

    @Test
    @Timeout(30)
    void downloadsSixAtOnceAndLetsTheOthersWait() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger busy = new AtomicInteger();
        List<Callable<Picture>> copies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Picture picture = Pictures.linked(i);
            room.fetch.at(
                    Pictures.link(i),
                    landing -> {
                        busy.incrementAndGet();
                        open.await();
                        landing.begin(null).write(CopyRoom.PNG);
                        return new Fetched.Complete(CopyRoom.PNG.length);
                    });
            copies.add(() -> room.copy(picture));
        }

        List<Future<Picture>> copied;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            copied = copies.stream().map(threads::submit).toList();
            Await.until(() -> room.copier.waiting() == 14 && busy.get() >= 6);
            assertThat(busy).hasValue(6);
            open.countDown();
        }

        for (Future<Picture> copy : copied) {
            assertThat(room.stored(copy.get())).isEqualTo(CopyRoom.PNG);
        }
    }
}
