package dev.vignette.engine;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes photos and does not keep them. */
class Forgetful implements ObjectStore {
    @Override
    public void put(ObjectKey key, Content content) {
        // forgotten at once
    }

    @Override
    public Optional<ObjectFacts> find(ObjectKey key) {
        return Optional.empty();
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return Optional.empty();
    }

    @Override
    public void delete(ObjectKey key) {
        // nothing is there
    }

    @Override
    public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        return List.of();
    }

    @Override
    public Optional<URI> link(ObjectKey key, Duration life) {
        return Optional.empty();
    }
}
