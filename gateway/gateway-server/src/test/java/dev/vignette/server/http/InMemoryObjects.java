package dev.vignette.server.http;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store of files in memory that can be given an address of its own, or be cut off. */
public final class InMemoryObjects implements ObjectStore {
    private final Map<ObjectKey, byte[]> files = new ConcurrentHashMap<>();
    private volatile Optional<URI> address = Optional.empty();
    private volatile boolean reachable = true;

    public void giveAddress(URI base) {
        address = Optional.of(base);
    }

    public void cutOff() {
        reachable = false;
    }

    @Override
    public void put(ObjectKey key, Content content) {
        try (InputStream stream = content.source().open()) {
            files.put(key, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ObjectFacts> find(ObjectKey key) {
        return Optional.ofNullable(files.get(key))
                .map(bytes -> Content.of(bytes, "image/png").facts());
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        if (!reachable) {
            throw new StoreUnavailable("cut off", new IOException("bucket.internal refused"));
        }
        return Optional.ofNullable(files.get(key)).map(ByteArrayInputStream::new);
    }

    @Override
    public void delete(ObjectKey key) {
        files.remove(key);
    }

    @Override
    public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        throw new UnsupportedOperationException("nobody lists files here");
    }

    @Override
    public Optional<URI> link(ObjectKey key, Duration life) {
        return address.map(base -> base.resolve(key.value() + "?life=" + life.toSeconds()));
    }
}
