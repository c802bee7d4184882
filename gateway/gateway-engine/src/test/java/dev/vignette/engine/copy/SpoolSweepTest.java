package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Picture;
import dev.vignette.objects.ObjectKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolSweepTest {
    private static final Picture PICTURE = Pictures.inline(0);

    @TempDir Path directory;

    private final AwaitedRows rows = new AwaitedRows();
    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
        room.copier.keep(PICTURE, CopyRoom.PNG_BASE64);
    }

    @Test
    void keepsWhatIsAwaitedHoweverOldItIs() throws Exception {
        rows.await(PICTURE);
        age(Duration.ofDays(30));

        assertThat(sweep()).containsExactly(PICTURE.key());

        assertThat(room.spool.find(PICTURE.key())).isPresent();
    }

    @Test
    void deletesWhatIsSettledHoweverYoungItIs() throws Exception {
        rows.settle(PICTURE);

        assertThat(sweep()).isEmpty();

        assertThat(directory).isEmptyDirectory();
        assertThat(room.spool.bytes()).isZero();
    }

    @Test
    void keepsForADayWhatHasNoRowYet() throws Exception {
        age(Duration.ofHours(23));
        sweep();
        assertThat(room.spool.find(PICTURE.key())).isPresent();

        age(Duration.ofHours(25));
        sweep();
        assertThat(room.spool.find(PICTURE.key())).isEmpty();
    }

    @Test
    void leavesWhatIsBeingWritten() throws Exception {
        rows.settle(PICTURE);
        try (SpoolPart part = room.spool.begin(PICTURE.key())) {
            part.write(new byte[10]);

            sweep();

            assertThat(part.path()).exists();
        }
    }

    @Test
    void looksThroughManyPictures() throws Exception {
        for (int i = 1; i <= 520; i++) {
            Picture picture = Pictures.inline(i);
            room.copier.keep(picture, CopyRoom.PNG_BASE64);
            if (i % 2 == 0) {
                rows.await(picture);
            } else {
                rows.settle(picture);
            }
        }

        assertThat(sweep()).hasSize(260);

        assertThat(room.spool.bytes()).isEqualTo(261L * CopyRoom.PNG.length);
    }

    private List<ObjectKey> sweep() throws IOException {
        return new SpoolSweep(room.spool, rows).sweep(Instant.now());
    }

    private void age(Duration age) throws IOException {
        Path file = directory.resolve("images~prd_1~0");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
