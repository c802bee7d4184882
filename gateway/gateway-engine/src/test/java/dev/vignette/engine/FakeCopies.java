package dev.vignette.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.engine.work.FreshLinks;
import dev.vignette.engine.work.PictureCopies;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectStore;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes up the pictures that are to be copied and stores them. */
final class FakeCopies implements PictureCopies {
    /** Holds copies back. */
    final Gate gate = new Gate();

    private final ObjectStore pictures;
    private final Clock clock;
    private final Queue<Picture> copied = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private volatile int width = 1024;
    private volatile boolean losing;

    FakeCopies(ObjectStore pictures, Clock clock) {
        this.pictures = pictures;
        this.clock = clock;
    }

    /** Pictures are that wide from now on. */
    void measure(int pixels) {
        width = pixels;
    }

    /** No picture can be fetched from now on. */
    void lose() {
        losing = true;
    }

    /** The next copy fails in a way nobody foresaw. */
    void failOnce() {
        failures.add(new IllegalStateException("scripted"));
    }

    /** Whether every such failure has happened. */
    boolean failed() {
        return failures.isEmpty();
    }

    /** Every picture that was copied. */
    List<Picture> copied() {
        return List.copyOf(copied);
    }

    @Override
    public Picture copy(Picture picture, FetchRules rules, FreshLinks fresh)
            throws InterruptedException {
        gate.pass();
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        if (losing) {
            return picture.in(new PictureState.Lost(clock.instant(), "scripted"));
        }
        byte[] bytes = picture.key().value().getBytes(UTF_8);
        pictures.put(picture.key(), Content.of(bytes, "image/png"));
        copied.add(picture);
        return picture.in(
                new PictureState.Stored(
                        clock.instant(),
                        ImageType.PNG,
                        width,
                        1024,
                        bytes.length,
                        ContentHash.of(bytes)));
    }

    @Override
    public void forget(Picture picture) {
        if (picture.state() instanceof PictureState.Awaited) {
            throw new IllegalStateException("it is not settled yet");
        }
    }

    @Override
    public Optional<String> blocked() {
        return Optional.empty();
    }
}
