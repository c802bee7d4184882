package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The store is away for long, and the spool is small. */
@Timeout(60)
class StoreOutageTest {
    private static final int PICTURES = 40;
    private static final int ROOM_FOR = 5;
    private static final Duration OUTAGE = Duration.ofHours(5);
    private static final Instant EXPIRY = VirtualTime.START.plus(Duration.ofHours(24));

    @TempDir Path directory;

    @Test
    void losesNothingAndStoresEverythingOnceTheStoreIsBack() throws Exception {
        CopyRoom room = CopyRoom.alone(directory, (long) ROOM_FOR * CopyRoom.PNG.length);
        AtomicLong mostSpooled = new AtomicLong();
        room.store.failUntil(() -> room.time.passed().compareTo(OUTAGE) > 0);
        room.time.onPause(() -> mostSpooled.accumulateAndGet(room.spool.bytes(), Math::max));
        room.time.share(PICTURES);

        List<Picture> settled;
        try (ManyCopies copies = new ManyCopies(room)) {
            for (int i = 0; i < PICTURES; i++) {
                room.fetch.at(Pictures.link(i), file(CopyRoom.PNG));
                copies.begin(Pictures.linkedUntil(i, EXPIRY));
            }
            settled = copies.settled();
        }

        assertThat(settled)
                .hasSize(PICTURES)
                .allSatisfy(picture -> assertThat(room.stored(picture)).isEqualTo(CopyRoom.PNG));
        assertThat(room.time.passed()).isBetween(OUTAGE, OUTAGE.plusMinutes(10));
        assertThat(mostSpooled).hasValue((long) ROOM_FOR * CopyRoom.PNG.length);
        assertThat(room.spool.bytes()).isZero();
    }

    @Test
    void takesInlinePicturesMeanwhileHoweverFullTheSpoolIs() throws Exception {
        CopyRoom room = CopyRoom.alone(directory, CopyRoom.PNG.length);
        room.store.failUntil(() -> room.time.passed().compareTo(OUTAGE) > 0);
        room.time.share(3);

        List<Picture> settled;
        try (ManyCopies copies = new ManyCopies(room)) {
            for (int i = 0; i < 3; i++) {
                room.copier.keep(Pictures.inline(i), CopyRoom.PNG_BASE64);
                copies.begin(Pictures.inline(i));
            }
            settled = copies.settled();
        }

        assertThat(settled)
                .extracting(Picture::state)
                .hasOnlyElementsOfType(PictureState.Stored.class);
    }

    @Test
    void sendsForNothingWhileThereIsNoRoomForIt() throws Exception {
        CopyRoom room = CopyRoom.alone(directory, CopyRoom.PNG.length);
        room.copier.keep(Pictures.inline(1), CopyRoom.PNG_BASE64);
        room.fetch.at(Pictures.link(0), file(CopyRoom.PNG));
        room.time.onPause(() -> {
            assertThat(room.fetch.calls()).isEmpty();
            if (room.time.passed().compareTo(Duration.ofMinutes(10)) > 0) {
                room.copier.forget(Pictures.inline(1));
            }
        });

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.fetch.calls()).hasSize(1);
    }
}
