package dev.vignette.engine.copy;

import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import dev.vignette.store.RetentionStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows of pictures, and nothing else of what is kept for a time. */
final class AwaitedRows implements RetentionStore {
    private final Set<ObjectKey> known = new HashSet<>();
    private final Set<ObjectKey> awaited = new HashSet<>();

    void await(Picture picture) {
        known.add(picture.key());
        awaited.add(picture.key());
    }

    void settle(Picture picture) {
        known.add(picture.key());
        awaited.remove(picture.key());
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return among(keys, known);
    }

    @Override
    public Set<ObjectKey> awaited(Collection<ObjectKey> keys) {
        return among(keys, awaited);
    }

    @Override
    public List<Production> withPhotos(Instant finishedBefore, int limit) {
        return List.of();
    }

    @Override
    public void photoDeleted(ProductionId id) {
        throw new UnsupportedOperationException("there are no photos");
    }

    @Override
    public List<Production> withPictures(Instant finishedBefore, int limit) {
        return List.of();
    }

    @Override
    public void picturesDeleted(ProductionId id, Instant at) {
        throw new UnsupportedOperationException("there are no productions");
    }

    @Override
    public void forgetKeys(Instant usedBefore) {
        throw new UnsupportedOperationException("there are no idempotency keys");
    }

    private static Set<ObjectKey> among(Collection<ObjectKey> keys, Set<ObjectKey> some) {
        Set<ObjectKey> both = new HashSet<>(keys);
        both.retainAll(some);
        return both;
    }
}
