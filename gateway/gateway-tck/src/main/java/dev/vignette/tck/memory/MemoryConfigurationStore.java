package dev.vignette.tck.memory;

import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.ConfigurationVersion;
import java.util.List;
import java.util.Optional;

/** Configurations in memory. */
final class MemoryConfigurationStore implements ConfigurationStore {
    private final MemoryRows rows;

    MemoryConfigurationStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public long newest() {
        return rows.transact(() -> (long) rows.configurations.size());
    }

    @Override
    public Optional<ConfigurationVersion> find(long number) {
        return rows.transact(() ->
                rows.configurations.stream().filter(one -> one.number() == number).findFirst());
    }

    @Override
    public List<ConfigurationVersion> latest(int limit) {
        return rows.transact(() -> rows.configurations.reversed().stream().limit(limit).toList());
    }

    @Override
    public boolean add(ConfigurationVersion next) {
        return rows.transact(() ->
                next.number() == rows.configurations.size() + 1 && rows.configurations.add(next));
    }

    @Override
    public void release(long number) {
        rows.transact(() ->
                rows.configurations.replaceAll(
                        one -> one.number() == number ? one.released() : one));
    }
}
