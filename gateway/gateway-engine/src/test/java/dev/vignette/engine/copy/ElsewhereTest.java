package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vignette.engine.intake.TestPictures;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.Content;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.tck.objects.InMemoryObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that another gateway has, or had before it died. */
@Timeout(60)
class ElsewhereTest {
    private static final Picture INLINE = Pictures.inline(0);

    @TempDir Path here;
    @TempDir Path there;

    private final InMemoryObjectStore files = new InMemoryObjectStore();
    private CopyRoom room;
    private CopyRoom other;

    @BeforeEach
    void open() {
        room = CopyRoom.among(files, here);
        other = CopyRoom.among(files, there);
    }

    @Test
    void takesAPictureForStoredThatTheStoreHas() throws Exception {
        byte[] jpeg = TestPictures.jpeg(64, 48);
        files.put(INLINE.key(), Content.of(jpeg, "image/jpeg"));

        Picture copied = room.copy(INLINE);

        assertThat(copied.state())
                .isEqualTo(
                        new PictureState.Stored(
                                VirtualTime.START,
                                ImageType.JPEG,
                                64,
                                48,
                                jpeg.length,
                                ContentHash.of(jpeg)));
        assertThat(room.time.pauses()).isEmpty();
        assertThat(room.spool.bytes()).isZero();
    }

    @Test
    void waitsForAPictureThatCameToAnotherGateway() throws Exception {
        room.time.onPause(() -> {
            if (room.time.passed().compareTo(Duration.ofHours(3)) > 0) {
                other.copier.keep(INLINE, CopyRoom.PNG_BASE64);
            }
        });

        Picture copied = room.copy(INLINE);

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.time.pauses()).allMatch(p -> p.compareTo(Duration.ofMinutes(5)) <= 0);
    }

    @Test
    void callsAPictureLostThatNobodyHasBroughtForADay() throws Exception {
        Picture copied = room.copy(INLINE);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
        assertThat(room.time.passed())
                .isBetween(Duration.ofHours(24), Duration.ofHours(24).plusMinutes(5));
    }

    @Test
    void waitsForNobodyWhenItIsAlone() throws Exception {
        room = CopyRoom.alone(here);

        Picture copied = room.copy(INLINE);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
        assertThat(room.time.pauses()).isEmpty();
    }

    @Test
    void waitsForNobodyWhenItSawItselfThatThereIsNoPicture() throws Exception {
        room.copier.keep(INLINE, "aGVsbG8gd29ybGQ=");

        Picture copied = room.copy(INLINE);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
        assertThat(room.time.pauses()).isEmpty();
    }

    @Test
    void showsOthersAtOnceWhatCameInsideAnAnswer() throws Exception {
        other.copier.keep(INLINE, CopyRoom.PNG_BASE64);

        Picture copied = room.copy(INLINE);

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.time.pauses()).isEmpty();
    }

    @Test
    void keepsAPictureToItselfWhileTheStoreIsAway() throws Exception {
        room.store.failUntil(() -> !room.time.pauses().isEmpty());

        assertThatCode(() -> room.copier.keep(INLINE, CopyRoom.PNG_BASE64))
                .doesNotThrowAnyException();

        assertThat(files.find(INLINE.key())).isEmpty();
        assertThat(room.stored(room.copy(INLINE))).isEqualTo(CopyRoom.PNG);
    }

    @Test
    void callsNothingLostWhileTheStoreCannotBeAsked() throws Exception {
        room = CopyRoom.alone(here);
        room.files.put(INLINE.key(), Content.of(CopyRoom.PNG, "image/png"));
        room.store.hideUntil(() -> room.time.passed().compareTo(Duration.ofHours(2)) > 0);

        Picture copied = room.copy(INLINE);

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
    }

    @Test
    void callsAPictureWithADeadLinkStoredWhenItIs() throws Exception {
        Picture linked = Pictures.linked(0);
        files.put(linked.key(), Content.of(CopyRoom.PNG, "image/png"));
        room.fetch.at(Pictures.link(0), status(410));

        Picture copied = room.copy(linked);

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
    }

    @Test
    void handsOverAfterARestartWhatAnotherGatewayIsWaitingFor() throws Exception {
        AwaitedRows rows = new AwaitedRows();
        rows.await(INLINE);
        other.store.failUntil(() -> false);
        other.copier.keep(INLINE, CopyRoom.PNG_BASE64);
        CopyRoom restarted = CopyRoom.among(files, there);

        restarted.copier.tidy(rows);

        assertThat(room.stored(room.copy(INLINE))).isEqualTo(CopyRoom.PNG);
        assertThat(restarted.spool.keys()).containsExactly(INLINE.key());
    }

    @Test
    void handsOverTheOthersWhenThePlaceOfOneIsTaken() throws Exception {
        AwaitedRows rows = new AwaitedRows();
        other.store.failUntil(() -> false);
        for (int i = 0; i < 3; i++) {
            rows.await(Pictures.inline(i));
            other.copier.keep(Pictures.inline(i), CopyRoom.PNG_BASE64);
        }
        files.put(Pictures.inline(1).key(), Content.of(new byte[3], "image/png"));

        CopyRoom.among(files, there).copier.tidy(rows);

        assertThat(room.stored(room.copy(Pictures.inline(0)))).isEqualTo(CopyRoom.PNG);
        assertThat(room.stored(room.copy(Pictures.inline(2)))).isEqualTo(CopyRoom.PNG);
    }
}
