package dev.vignette.simulation.gateway;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Faults;
import dev.vignette.simulation.time.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A gateway's way to the store of files, which may be down or lose its answers. */
final class FaultyStore implements ObjectStore {
    private final ObjectStore store;
    private final BooleanSupplier down;
    private final Faults faults;

    FaultyStore(ObjectStore store, BooleanSupplier down, Faults faults) {
        this.store = store;
        this.down = down;
        this.faults = faults;
    }

    @Override
    public void put(ObjectKey key, Content content) {
        call(() -> {
            store.put(key, content);
            return key;
        });
        if (faults.strikes(Fault.STORE_ANSWER_LOST)) {
            throw unavailable();
        }
    }

    /** Asked while a lock of the cache is held, so no other thread gets its turn meanwhile. */
    @Override
    public Optional<ObjectFacts> find(ObjectKey key) {
        return store.find(key);
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return call(() -> store.open(key));
    }

    @Override
    public void delete(ObjectKey key) {
        call(() -> {
            store.delete(key);
            return key;
        });
    }

    @Override
    public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        return call(() -> store.list(prefix, after, limit));
    }

    @Override
    public Optional<URI> link(ObjectKey key, Duration life) {
        return Optional.empty();
    }

    private <T> T call(Supplier<T> work) {
        Machine.giveWay();
        if (down.getAsBoolean()) {
            throw unavailable();
        }
        T result = work.get();
        Machine.giveWay();
        return result;
    }

    private static StoreUnavailable unavailable() {
        return new StoreUnavailable("the store cannot be reached", new IOException("simulated"));
    }
}
