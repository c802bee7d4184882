package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Picture;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectKey;
import dev.vignette.tck.objects.InMemoryObjectStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrphanSweepTest {
    private static final ObjectKey ORPHAN = new ObjectKey("pictures/nobody");

    private final VirtualTime time = new VirtualTime();
    private final InMemoryObjectStore files = new InMemoryObjectStore(time);
    private final FailingStore store = new FailingStore(files);
    private final AwaitedRows rows = new AwaitedRows();
    private final OrphanSweep sweep = new OrphanSweep(store, rows, time);

    @Test
    void deletesAPictureWithoutARowWhenItSeesItAgainADayLater() {
        put(ORPHAN);
        later(Duration.ofHours(25));
        assertThat(files.find(ORPHAN)).isPresent();

        later(Duration.ofHours(23));
        assertThat(files.find(ORPHAN)).isPresent();

        later(Duration.ofHours(1));
        assertThat(files.find(ORPHAN)).isEmpty();
    }

    @Test
    void looksAtNoPictureThatIsYoungerThanADay() {
        put(ORPHAN);
        later(Duration.ofHours(23));
        later(Duration.ofHours(24));
        assertThat(files.find(ORPHAN)).as("first seen just now").isPresent();

        later(Duration.ofHours(24));
        assertThat(files.find(ORPHAN)).isEmpty();
    }

    @Test
    void keepsWhatHasARow() {
        Picture picture = Pictures.inPictures("known");
        rows.settle(picture);
        put(picture.key());

        for (int day = 0; day < 5; day++) {
            later(Duration.ofDays(1));
        }

        assertThat(files.find(picture.key())).isPresent();
    }

    @Test
    void keepsWhatGetsItsRowMeanwhile() {
        Picture picture = Pictures.inPictures("restored");
        put(picture.key());
        later(Duration.ofDays(2));

        rows.settle(picture);
        later(Duration.ofDays(2));

        assertThat(files.find(picture.key())).isPresent();
    }

    @Test
    void keepsWhatIsNoPicture() {
        ObjectKey photo = new ObjectKey("photos/prd_1");
        put(photo);

        later(Duration.ofDays(2));
        later(Duration.ofDays(2));

        assertThat(files.find(photo)).isPresent();
    }

    @Test
    void deletesNothingOnTheWordOfAnotherProcess() {
        put(ORPHAN);
        later(Duration.ofDays(3));

        new OrphanSweep(files, rows, time).sweep();

        assertThat(files.find(ORPHAN)).isPresent();
    }

    @Test
    void goesOnTheNextTimeWhenTheStoreIsAway() {
        put(ORPHAN);
        later(Duration.ofDays(2));
        store.hideUntil(() -> false);
        later(Duration.ofDays(1));

        store.hideUntil(() -> true);
        later(Duration.ofHours(1));

        assertThat(files.find(ORPHAN)).isEmpty();
    }

    @Test
    void looksThroughManyPages() {
        for (int i = 0; i < 1201; i++) {
            put(new ObjectKey("pictures/" + i));
        }

        later(Duration.ofDays(2));
        later(Duration.ofDays(1));

        assertThat(files.list("pictures/", null, 10)).isEmpty();
    }

    private void later(Duration length) {
        time.pass(length);
        sweep.sweep();
    }

    private void put(ObjectKey key) {
        files.put(key, Content.of(CopyRoom.PNG, "image/png"));
    }
}
