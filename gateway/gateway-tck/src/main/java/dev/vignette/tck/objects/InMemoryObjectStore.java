package dev.vignette.tck.objects;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.portrait.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store of files that forgets everything when it ends. It has no address of its own. */
public final class InMemoryObjectStore implements ObjectStore {
    private final Map<ObjectKey, Kept> files = new ConcurrentHashMap<>();
    private final Clock clock;

    /** With nothing in it, in real time. */
    public InMemoryObjectStore() {
        this(Clock.systemUTC());
    }

    /** With nothing in it. */
    public InMemoryObjectStore(Clock clock) {
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Kept(ObjectFacts facts, byte[] bytes, Instant storedAt) {}

    @Override
    public void put(ObjectKey key, Content content) {
        byte[] bytes = read(content);
        ObjectFacts facts = content.facts();
        if (bytes.length != facts.bytes() || !ContentHash.of(bytes).equals(facts.hash())) {
            throw new ObjectConflict("the bytes for " + key + " are not what was promised");
        }
        Kept there = files.putIfAbsent(key, new Kept(facts, bytes, clock.instant()));
        if (there != null && !there.facts().hash().equals(facts.hash())) {
            throw new ObjectConflict(key + " holds other content");
        }
    }

    @Override
    public Optional<ObjectFacts> find(ObjectKey key) {
        return Optional.ofNullable(files.get(key)).map(Kept::facts);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return Optional.ofNullable(files.get(key))
                .map(kept -> new ByteArrayInputStream(kept.bytes()));
    }

    @Override
    public void delete(ObjectKey key) {
        files.remove(key);
    }

    @Override
    public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        return files.entrySet().stream()
                .map(file -> new ListedObject(file.getKey(), file.getValue().storedAt()))
                .filter(file -> file.key().value().startsWith(prefix))
                .filter(file -> after == null || file.key().value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(file -> file.key().value()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<URI> link(ObjectKey key, Duration life) {
        return Optional.empty();
    }

    private static byte[] read(Content content) {
        try (InputStream in = content.source().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StoreUnavailable("the content cannot be read", e);
        }
    }
}
