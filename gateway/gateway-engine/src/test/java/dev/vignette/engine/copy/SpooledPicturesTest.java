package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.file;
import static dev.vignette.engine.copy.ScriptedFetch.status;
import static dev.vignette.engine.copy.ScriptedFetch.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.engine.intake.TestPictures;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpooledPicturesTest {
    private static final URI LINK = Pictures.link(0);

    @TempDir Path directory;

    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
    }

    @Test
    void losesNothingWhenTheStoreIsDownForHours() throws Exception {
        room.fetch.at(LINK, file(CopyRoom.PNG));
        room.store.failUntil(() -> room.time.passed().compareTo(Duration.ofHours(5)) > 0);

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.fetch.calls()).hasSize(1);
        assertThat(room.time.pauses()).allMatch(p -> p.compareTo(Duration.ofSeconds(15)) <= 0);
    }

    @Test
    void storesAfterARestartWhatWasAlreadySpooled() throws Exception {
        room.fetch.at(LINK, file(CopyRoom.PNG), status(404));
        room.store.failUntil(() -> {
            throw new IllegalStateException("the process is killed here");
        });
        assertThatThrownBy(() -> room.copy(Pictures.linked(0))).hasMessageContaining("killed");

        room.store.failUntil(() -> true);
        room.reopen();
        Picture copied = room.copy(Pictures.linked(0));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.fetch.calls()).hasSize(1);
    }

    @Test
    void waitsWhileTheSpoolIsFull() throws Exception {
        room = CopyRoom.alone(directory, CopyRoom.PNG.length);
        room.fetch.at(LINK, file(CopyRoom.PNG)).at(Pictures.link(1), file(CopyRoom.PNG));
        Picture first = room.copy(Pictures.linked(0));
        room.time.onPause(() -> room.copier.forget(first));

        Picture second = room.copy(Pictures.linked(1));

        assertThat(second.state()).isInstanceOf(PictureState.Stored.class);
        assertThat(room.time.pauses()).hasSize(1);
    }

    @Test
    void tellsAppsNothingAboutTheDiskItCouldNotWriteTo() throws Exception {
        Files.delete(directory);

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(((PictureState.Lost) copied.state()).reason())
                .endsWith("it could not be kept here");
        assertThat(room.time.passed()).isEqualTo(Pictures.LIFE);
    }

    @Test
    void forgetsTheSpooledFileAndItsSize() throws Exception {
        room.fetch.at(LINK, file(CopyRoom.PNG));
        Picture copied = room.copy(Pictures.linked(0));
        assertThat(room.spool.bytes()).isEqualTo(CopyRoom.PNG.length);

        room.copier.forget(copied);
        room.copier.forget(copied);

        assertThat(room.spool.bytes()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void goesOnWithWhatABrokenTryHasBrought() throws Exception {
        int end = CopyRoom.PNG.length;
        room.fetch.at(
                LINK,
                until(CopyRoom.PNG, 10),
                status(503),
                until(CopyRoom.PNG, 30),
                until(CopyRoom.PNG, end));

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.fetch.calls()).hasSize(4);
        assertThat(room.spool.bytes()).isEqualTo(CopyRoom.PNG.length);
    }

    @Test
    void keepsThePartsOfTwoLinksApart() throws Exception {
        URI mirror = URI.create("https://mirror.example/0.png");
        byte[] other = TestPictures.png(32, 32);
        room.fetch
                .at(LINK, until(CopyRoom.PNG, 10), until(CopyRoom.PNG, CopyRoom.PNG.length))
                .at(mirror, until(other, 12), until(other, 20));

        Picture copied = room.copy(Pictures.linked(0, mirror));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.spool.bytes()).isEqualTo(CopyRoom.PNG.length);
    }

    @Test
    void leavesNoPartBehindWhenItIsStopped() throws Exception {
        room.fetch.at(LINK, until(CopyRoom.PNG, 10));
        room.time.onPause(Thread.currentThread()::interrupt);

        assertThatThrownBy(() -> room.copy(Pictures.linked(0)))
                .isInstanceOf(InterruptedException.class);

        assertThat(room.spool.bytes()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void throwsAwayARestingPartWhenAnotherPictureNeedsTheRoom() throws Exception {
        room = CopyRoom.alone(directory, CopyRoom.PNG.length + 20L);
        SpoolPart resting = room.spool.begin(Pictures.linked(1).key());
        resting.write(new byte[50]);
        resting.rest();
        room.fetch.at(LINK, file(CopyRoom.PNG));

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(copied.state()).isInstanceOf(PictureState.Stored.class);
        assertThat(resting.bytes()).isZero();
        assertThat(room.time.pauses()).isEmpty();
        resting.close();
    }

    @Test
    void clearsAwayAtStartWhatWasBeingWritten() throws Exception {
        room.fetch.at(LINK, file(CopyRoom.PNG));
        room.copy(Pictures.linked(0));
        Files.write(directory.resolve("images~prd_1~1~~7"), CopyRoom.PNG);

        room.reopen();

        assertThat(room.spool.bytes()).isEqualTo(CopyRoom.PNG.length);
        assertThat(room.spool.keys()).containsExactly(Pictures.linked(0).key());
    }
}
