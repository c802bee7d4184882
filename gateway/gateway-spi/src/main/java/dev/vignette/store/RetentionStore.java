package dev.vignette.store;

import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import java.time.Instant;
import java.util.List;

/** Finds what has been kept long enough, and notes that it is gone. */
public interface RetentionStore {

    /** Productions done before that moment, with nothing under way, whose photo is still stored. */
    List<Production> withPhotos(Instant finishedBefore, int limit);

    /** Notes that the reference photo of a production is deleted. */
    void photoDeleted(ProductionId id);

    /**
     * Productions done before that moment, with nothing under way, that still have stored pictures.
     */
    List<Production> withPictures(Instant finishedBefore, int limit);

    /** Notes that the pictures of a production are deleted; they serve no later request. */
    void picturesDeleted(ProductionId id, Instant at);

    /** Forgets idempotency keys first used before that moment. */
    void forgetKeys(Instant usedBefore);
}
