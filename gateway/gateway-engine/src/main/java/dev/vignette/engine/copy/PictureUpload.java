package dev.vignette.engine.copy;

import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final ObjectStore store;
    private final Lanes lanes;
    private final Pauses pauses;
    private final AtomicBoolean down = new AtomicBoolean();

    PictureUpload(ObjectStore store, Lanes lanes, Pauses pauses) {
        this.store = store;
        this.lanes = lanes;
        this.pauses = pauses;
    }

    /**
     * Returns when the picture is stored.
     *
     * @param expiry of waiting pictures, those with the earliest go first
     * @throws ObjectConflict when the key holds another picture
     */
    void put(ObjectKey key, SpooledPicture picture, Instant expiry) throws InterruptedException {
        int failures = 0;
        while (!stored(key, picture, expiry)) {
            pauses.pause(UNAVAILABLE.after(++failures));
        }
    }

    private boolean stored(ObjectKey key, SpooledPicture picture, Instant expiry)
            throws InterruptedException {
        lanes.enter(expiry);
        try {
            store.put(key, picture.content());
            reached();
            return true;
        } catch (StoreUnavailable e) {
            missed(e);
            if (!Files.exists(picture.file())) {
                throw new IllegalStateException("a picture vanished from the spool", e);
            }
            return false;
        } finally {
            lanes.leave();
        }
    }

    private void missed(StoreUnavailable e) {
        if (down.compareAndSet(false, true)) {
            LOG.warn(
                    "The object store is unavailable; pictures wait in the spool until it is back",
                    e);
        }
    }

    private void reached() {
        if (down.compareAndSet(true, false)) {
            LOG.info("The object store is back; the pictures in the spool are being stored");
        }
    }
}
