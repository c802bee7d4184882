package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores pictures that are safe in the spool. A store that cannot be reached costs time and nothing
 * else, so there is no end to trying.
 */
final class PictureUpload {
    private static final Logger LOG = LoggerFactory.getLogger(PictureUpload.class);
    private static final Backoff UNAVAILABLE =
            new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15));

    /** A failure is no news any more when it is older than the slowest try and its pause. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    private final ObjectStore store;
    private final Lanes lanes;
    private final Surroundings around;
    private final AtomicReference<Optional<Instant>> missed =
            new AtomicReference<>(Optional.empty());

    PictureUpload(ObjectStore store, Lanes lanes, Surroundings around) {
        this.store = store;
        this.lanes = lanes;
        this.around = around;
    }

    /**
     * Returns when the picture is stored.
     *
     * @param expiry of waiting pictures, those with the earliest go first
     * @throws ObjectConflict when the key holds another picture
     */
    void put(ObjectKey key, SpooledPicture picture, Instant expiry) throws InterruptedException {
        boolean _ =
                persist(() -> {
                    try (var _ = lanes.enter(Turn.by(expiry))) {
                        return put(key, picture);
                    }
                });
    }

    /**
     * Stores the picture if that can be done at once.
     *
     * @throws ObjectConflict when the key holds another picture
     */
    void putNow(ObjectKey key, SpooledPicture picture) {
        try {
            store.put(key, picture.content());
            reached();
        } catch (StoreUnavailable e) {
            missed(e);
        }
    }

    /** What the store says, once it says anything. */
    <T> T ask(Supplier<T> question) throws InterruptedException {
        return persist(question::get);
    }

    /** Whether the store could not be reached the last time, not long ago. */
    boolean down() {
        Instant since = around.now().minus(NEWS);
        return missed.get().filter(since::isBefore).isPresent();
    }

    private boolean put(ObjectKey key, SpooledPicture picture) {
        try {
            store.put(key, picture.content());
            return true;
        } catch (StoreUnavailable e) {
            if (Files.exists(picture.file())) {
                throw e;
            }
            if (store.find(key).isPresent()) {
                return true; // somebody else was quicker, and has let the spool's file go
            }
            throw new IllegalStateException("a picture vanished from the spool", e);
        }
    }

    private <T> T persist(Call<T> call) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                T answer = call.now();
                reached();
                return answer;
            } catch (StoreUnavailable e) {
                missed(e);
            }
            around.waits().pause(UNAVAILABLE.after(failures));
        }
    }

    private void missed(StoreUnavailable e) {
        if (missed.getAndSet(Optional.of(around.now())).isEmpty()) {
            LOG.warn(
                    "The object store is unavailable; pictures wait in the spool until it is back",
                    e);
        }
    }

    private void reached() {
        if (missed.getAndSet(Optional.empty()).isPresent()) {
            LOG.info("The object store is back; the pictures in the spool are being stored");
        }
    }

    /** One try. */
    @FunctionalInterface
    private interface Call<T> {
        T now() throws InterruptedException;
    }
}
