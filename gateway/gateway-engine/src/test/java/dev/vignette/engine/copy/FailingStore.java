package dev.vignette.engine.copy;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A store that cannot be written to, or read, until it is said to be well. */
final class FailingStore implements ObjectStore {
    private final ObjectStore files;
    private volatile BooleanSupplier well = () -> true;
    private volatile BooleanSupplier readable = () -> true;

    FailingStore(ObjectStore files) {
        this.files = files;
    }

    void failUntil(BooleanSupplier isWell) {
        well = isWell;
    }

    void hideUntil(BooleanSupplier isReadable) {
        readable = isReadable;
    }

    @Override
    public void put(ObjectKey key, Content content) {
        require(well);
        files.put(key, content);
    }

    @Override
    public Optional<ObjectFacts> find(ObjectKey key) {
        require(readable);
        return files.find(key);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return files.open(key);
    }

    @Override
    public void delete(ObjectKey key) {
        files.delete(key);
    }

    @Override
    public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        require(readable);
        return files.list(prefix, after, limit);
    }

    @Override
    public Optional<URI> link(ObjectKey key, Duration life) {
        return files.link(key, life);
    }

    private static void require(BooleanSupplier well) {
        if (!well.getAsBoolean()) {
            throw new StoreUnavailable("down", new IOException("connection refused"));
        }
    }
}
