package dev.vignette.tck.memory;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import dev.vignette.store.RetentionStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is kept for a time, in memory. */
final class MemoryRetentionStore implements RetentionStore {
    private final MemoryRows rows;

    MemoryRetentionStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Production> withPhotos(Instant finishedBefore, int limit) {
        return due(finishedBefore, limit, row -> row.photoStored);
    }

    @Override
    public void photoDeleted(ProductionId id) {
        rows.transact(() -> {
            rows.production(id).photoStored = false;
        });
    }

    @Override
    public List<Production> withPictures(Instant finishedBefore, int limit) {
        return due(finishedBefore, limit, MemoryRetentionStore::hasPictures);
    }

    @Override
    public void picturesDeleted(ProductionId id, Instant at) {
        rows.transact(() -> {
            rows.production(id).forget();
            rows.production(id).picturesGone(at);
        });
    }

    @Override
    public void forgetKeys(Instant usedBefore) {
        rows.transact(() -> {
            rows.keys.values().removeIf(used -> used.usedAt().isBefore(usedBefore));
        });
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return keysOf(
                keys,
                picture ->
                        picture.state() instanceof PictureState.Awaited
                                || picture.state() instanceof PictureState.Stored);
    }

    @Override
    public Set<ObjectKey> awaited(Collection<ObjectKey> keys) {
        return keysOf(keys, picture -> picture.state() instanceof PictureState.Awaited);
    }

    private Set<ObjectKey> keysOf(Collection<ObjectKey> keys, Predicate<Picture> concerned) {
        return rows.transact(() ->
                rows.productions.values().stream()
                        .flatMap(row -> row.read().pictures().stream())
                        .filter(concerned)
                        .map(Picture::key)
                        .filter(keys::contains)
                        .collect(Collectors.toSet()));
    }

    private List<Production> due(
            Instant finishedBefore, int limit, Predicate<ProductionRow> concerned) {
        return rows.transact(() ->
                rows.productions.values().stream()
                        .filter(row -> row.atRestSince(finishedBefore))
                        .filter(concerned)
                        .map(ProductionRow::read)
                        .limit(limit)
                        .toList());
    }

    private static boolean hasPictures(ProductionRow row) {
        return row.read().pictures().stream()
                .anyMatch(picture -> picture.state() instanceof PictureState.Stored);
    }
}
