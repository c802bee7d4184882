package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.intake.TestPictures;
import dev.vignette.engine.work.FreshLinks;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.tck.objects.InMemoryObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** A copier with everything it stands on. */
final class CopyRoom {
    static final byte[] PNG = TestPictures.png(64, 48);
    static final String PNG_BASE64 = Base64.getEncoder().encodeToString(PNG);
    static final long ROOMY = 1_000_000;

    final VirtualTime time = new VirtualTime();
    final ScriptedFetch fetch = new ScriptedFetch();
    final List<Picture> settled = Collections.synchronizedList(new ArrayList<>());
    final Path directory;
    InMemoryObjectStore files = new InMemoryObjectStore();
    FailingStore store = new FailingStore(files);
    Spool spool;
    Copier copier;

    private CopyRoom(Path directory, long quota, boolean alone) {
        this.directory = directory;
        this.spool = spool(directory, quota);
        this.copier = copier(alone);
    }

    /** The only one. */
    static CopyRoom alone(Path directory) {
        return new CopyRoom(directory, ROOMY, true);
    }

    /** The only one, with little room. */
    static CopyRoom alone(Path directory, long quota) {
        return new CopyRoom(directory, quota, true);
    }

    /** One of several over the same store of pictures. */
    static CopyRoom among(InMemoryObjectStore files, Path directory) {
        CopyRoom made = new CopyRoom(directory, ROOMY, false);
        made.files = files;
        made.store = new FailingStore(files);
        made.copier = made.copier(false);
        return made;
    }

    /** As after a restart. */
    void reopen() {
        spool = spool(directory, ROOMY);
        copier = copier(true);
    }

    Picture copy(Picture picture) throws InterruptedException {
        return copy(picture, FreshLinks.NONE);
    }

    Picture copy(Picture picture, FreshLinks fresh) throws InterruptedException {
        return copier.copy(picture, Pictures.RULES, fresh);
    }

    /** The bytes of a picture that says it is stored. */
    byte[] stored(Picture picture) throws IOException {
        ObjectFacts facts = files.find(picture.key()).orElseThrow();
        PictureState.Stored state = (PictureState.Stored) picture.state();
        assertThat(facts)
                .isEqualTo(new ObjectFacts(state.hash(), state.bytes(), state.type().mediaType()));
        try (var in = files.open(picture.key()).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private Copier copier(boolean alone) {
        return new Copier(
                fetch, store, spool, time.around(), (picture, _) -> settled.add(picture), alone);
    }

    private static Spool spool(Path directory, long quota) {
        try {
            return Spool.open(directory, quota);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
