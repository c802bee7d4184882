package dev.vignette.engine;

import dev.vignette.engine.accept.MadeBefore;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.store.RetentionStore;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what was kept long enough: reference photos, pictures where so decided, old keys. */
public final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** How long an idempotency key is kept. */
    public static final Duration KEY_LIFE = Duration.ofDays(7);

    private static final int AT_ONCE = 200;

    private final RetentionStore store;
    private final ObjectStore photos;
    private final ObjectStore pictures;
    private final MadeBefore made;
    private final Surroundings around;

    /**
     * @param store finds what is old
     * @param photos the store of reference photos
     * @param pictures the store of pictures, where a photo may have been lent a link
     * @param made what serves later requests
     * @param around what everything lives in
     */
    public Retention(
            RetentionStore store,
            ObjectStore photos,
            ObjectStore pictures,
            MadeBefore made,
            Surroundings around) {
        this.store = store;
        this.photos = photos;
        this.pictures = pictures;
        this.made = made;
        this.around = around;
    }

    /** Deletes what is due. What cannot be deleted now is due again the next time. */
    public void sweep() {
        Instant now = around.now();
        store.forgetKeys(now.minus(KEY_LIFE));
        try {
            store.withPhotos(now.minus(around.inForce().inputLife()), AT_ONCE)
                    .forEach(this::deletePhoto);
            around.inForce()
                    .imageLife()
                    .ifPresent(life ->
                            store.withPictures(now.minus(life), AT_ONCE)
                                    .forEach(this::deletePictures));
        } catch (StoreUnavailable e) {
            LOG.warn("A store cannot be reached; what is due is deleted later", e);
        }
    }

    private void deletePhoto(Production production) {
        photos.delete(production.photo());
        pictures.delete(production.photo());
        store.photoDeleted(production.id());
    }

    private void deletePictures(Production production) {
        production.pictures().stream().map(Picture::key).forEach(pictures::delete);
        made.forget(production.key());
        store.picturesDeleted(production.id(), around.now());
    }
}
