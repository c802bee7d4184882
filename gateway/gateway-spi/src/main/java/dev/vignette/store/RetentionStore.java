package dev.vignette.store;

import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds what has been kept long enough or belongs to nobody, and notes that it is gone. */
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

    /**
     * Those of these keys under which a picture is stored or still to be stored. What is lost or
     * deleted has no key any more.
     *
     * @param keys at most 1,000
     */
    Set<ObjectKey> known(Collection<ObjectKey> keys);

    /**
     * Those of these keys whose picture is still awaited.
     *
     * @param keys at most 1,000
     */
    Set<ObjectKey> awaited(Collection<ObjectKey> keys);
}
