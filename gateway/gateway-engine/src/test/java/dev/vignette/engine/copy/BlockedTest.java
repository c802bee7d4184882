package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.engine.copy.ScriptedFetch.Answer;
import dev.vignette.fetch.Fetched;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BlockedTest {
    private static final int LANES = 8;

    @TempDir Path directory;

    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger downloading = new AtomicInteger();
    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
    }

    @Test
    void isNothingInTheBeginning() {
        assertThat(room.copier.blocked()).isEmpty();
    }

    @Test
    void isWhatComesInTooSlowlyUntilItIsThere() throws Exception {
        room.time.share(LANES + 2);
        List<Picture> settled;
        try (ManyCopies copies = crowd(LANES + 2, 1000)) {
            assertThat(room.copier.blocked()).as("nothing is measured yet").isEmpty();

            room.time.pass(Duration.ofMinutes(1));
            assertThat(room.copier.blocked())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("too slowly"));

            open.countDown();
            settled = copies.settled();
        }

        assertThat(settled)
                .extracting(Picture::state)
                .hasOnlyElementsOfType(PictureState.Stored.class);
        assertThat(room.copier.blocked()).isEmpty();
    }

    @Test
    void isNothingWhileALaneIsFreeHoweverSlowTheOthersAre() throws Exception {
        room.time.share(LANES - 3);
        try (ManyCopies copies = crowd(LANES - 3, 0)) {
            room.time.pass(Duration.ofMinutes(1));

            assertThat(room.copier.blocked()).isEmpty();

            open.countDown();
            copies.settled();
        }
    }

    @Test
    void isNothingWhilePicturesComeInFastEnough() throws Exception {
        room = CopyRoom.alone(directory, 100_000_000);
        room.time.share(LANES + 2);
        try (ManyCopies copies = crowd(LANES + 2, 2_000_000)) {
            room.time.pass(Duration.ofMinutes(1));

            assertThat(room.copier.blocked()).isEmpty();

            open.countDown();
            copies.settled();
        }
    }

    @Test
    void isAFullSpoolWhileTheStoreIsAway() throws Exception {
        room = CopyRoom.alone(directory, CopyRoom.PNG.length + 10L);
        List<Optional<String>> reasons = new ArrayList<>();
        room.fetch.at(Pictures.link(0), file(CopyRoom.PNG));
        room.store.failUntil(() -> {
            reasons.add(room.copier.blocked());
            return room.time.passed().compareTo(Duration.ofMinutes(2)) > 0;
        });

        room.copy(Pictures.linked(0));

        assertThat(reasons.getFirst()).as("the store was not missed yet").isEmpty();
        assertThat(reasons.subList(1, reasons.size()))
                .isNotEmpty()
                .allSatisfy(reason -> assertThat(reason).isPresent());
        assertThat(room.copier.blocked()).isEmpty();
    }

    @Test
    void isNothingWhileTheStoreIsAwayAndTheSpoolHasRoom() throws Exception {
        List<Optional<String>> reasons = new ArrayList<>();
        room.fetch.at(Pictures.link(0), file(CopyRoom.PNG));
        room.store.failUntil(() -> {
            reasons.add(room.copier.blocked());
            return room.time.passed().compareTo(Duration.ofMinutes(2)) > 0;
        });

        room.copy(Pictures.linked(0));

        assertThat(reasons).hasSizeGreaterThan(3).containsOnly(Optional.empty());
    }

    @Test
    void doesNotOutliveTheNewsThatTheStoreIsAway() throws Exception {
        room = CopyRoom.alone(directory, CopyRoom.PNG.length + 10L);
        room.fetch.at(Pictures.link(0), file(CopyRoom.PNG));
        room.store.failUntil(() -> false);
        room.time.onPause(Thread.currentThread()::interrupt);
        assertThatThrownBy(
                        () -> {
                            while (true) {
                                room.copy(Pictures.linked(0));
                            }
                        })
                .isInstanceOf(InterruptedException.class);
        assertThat(room.copier.blocked()).isPresent();

        room.time.pass(Duration.ofMinutes(6));

        assertThat(room.copier.blocked()).isEmpty();
    }

    @Test
    void isADiskThatTakesNothing() throws Exception {
        Files.delete(directory);

        assertThat(room.copier.blocked())
                .hasValueSatisfying(reason -> assertThat(reason).contains("disk"));
    }

    /** Downloads that have got so many bytes and wait to go on; all that can are under way. */
    private ManyCopies crowd(int pictures, int bytes) {
        ManyCopies copies = new ManyCopies(room);
        for (int i = 0; i < pictures; i++) {
            room.fetch.at(Pictures.link(i), held(bytes));
            copies.begin(Pictures.linked(i));
        }
        int ordinary = LANES - 2;
        Await.until(() ->
                downloading.get() == Math.min(pictures, ordinary)
                        && room.copier.waiting() == Math.max(0, pictures - ordinary));
        return copies;
    }

    private Answer held(int bytes) {
        return landing -> {
            OutputStream sink = landing.begin(null);
            sink.write(CopyRoom.PNG);
            sink.write(new byte[bytes]);
            downloading.incrementAndGet();
            open.await();
            return new Fetched.Complete((long) CopyRoom.PNG.length + bytes);
        };
    }
}
