package dev.vignette.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.tck.objects.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalObjectStoreTest implements ObjectStoreContract {
    private static final byte[] BYTES = {1, 2, 3};
    private static final Content PICTURE = Content.of(BYTES, "image/png");

    @TempDir private Path temporary;
    private LocalObjectStore store;

    @BeforeEach
    void open() {
        store = new LocalObjectStore(temporary.resolve("deep/in/pictures"));
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Override
    public ObjectStore reopened() {
        return new LocalObjectStore(temporary.resolve("deep/in/pictures"));
    }

    @Test
    void keepsAFileFromDiskWhenTheOriginalIsGone() throws IOException {
        Path original = Files.write(temporary.resolve("spooled"), new byte[] {1, 2, 3});
        store.put(KEY, Content.of(original, PICTURE.facts()));

        Files.delete(original);

        assertThat(store.find(KEY)).contains(PICTURE.facts());
        assertThat(store.open(KEY))
                .hasValueSatisfying(in -> assertThat(in).hasBinaryContent(BYTES));
    }

    @Test
    void refusesAFileFromDiskThatIsNotWhatWasPromised() throws IOException {
        Path original = Files.write(temporary.resolve("spooled"), new byte[] {1, 2, 4});
        Content other = Content.of(original, PICTURE.facts());

        assertThatThrownBy(() -> store.put(KEY, other)).isInstanceOf(ObjectConflict.class);

        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void hasNoLinks() {
        store.put(KEY, PICTURE);

        assertThat(store.link(KEY, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void keepsAKeyApartFromTheKeysBelowIt() {
        var parent = new ObjectKey("gen_1/images");
        var other = Content.of(new byte[] {4, 5}, "image/webp");
        store.put(KEY, PICTURE);
        store.put(parent, other);

        store.delete(parent);

        assertThat(store.find(parent)).isEmpty();
        assertThat(store.find(KEY)).contains(PICTURE.facts());
    }

    @Test
    void removesWhatADeadProcessLeftHalfWritten() throws IOException {
        var leftover = root().resolve(".incoming/leftover");
        Files.createDirectories(leftover);
        Files.write(leftover.resolve("content"), new byte[] {1, 2});

        reopened();

        assertThat(root().resolve(".incoming")).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindOfWhatItRefusedOrDeleted() {
        store.put(KEY, PICTURE);
        assertThatThrownBy(() -> store.put(KEY, Content.of(new byte[] {9}, "image/png")))
                .hasMessageContaining(KEY.value());

        store.delete(KEY);

        assertThat(root().resolve(".incoming")).isEmptyDirectory();
        assertThat(root().resolve("gen_1/images")).isEmptyDirectory();
    }

    @Test
    void saysThatItIsUnavailableWhenTheDiskRefuses() throws IOException {
        Files.write(root().resolve("blocked"), new byte[0]);
        var key = new ObjectKey("blocked/0.png");

        assertThatThrownBy(() -> store.put(key, PICTURE)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void refusesDamagedFactsInsteadOfGuessing() throws IOException {
        store.put(KEY, PICTURE);
        Files.writeString(root().resolve(KEY.value() + "~/facts"), "nonsense");

        assertThatThrownBy(() -> store.find(KEY)).isInstanceOf(StoreUnavailable.class);
    }

    private Path root() {
        return temporary.resolve("deep/in/pictures");
    }
}
