package dev.vignette.tck.memory;

import dev.vignette.generation.Production;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Erasure;
import dev.vignette.store.ErasureStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Erasures in memory. */
final class MemoryErasureStore implements ErasureStore {
    private final MemoryRows rows;

    MemoryErasureStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Erasure begin(Erasure erasure) {
        return rows.transact(() -> {
            Optional<Erasure> first = first(erasure.generation());
            if (first.isPresent()) {
                return first.get();
            }
            GenerationRow row = rows.generation(erasure.generation());
            row.erase(erasure.requestedAt());
            rows.erasures.put(erasure.id(), erasure);
            rows.closeWhenAbandoned(row.production());
            if (free(row.production())) {
                rows.production(row.production()).erase();
            }
            return erasure;
        });
    }

    @Override
    public Optional<Erasure> find(ErasureId id) {
        return rows.transact(() -> Optional.ofNullable(rows.erasures.get(id)));
    }

    @Override
    public Optional<Erasure> of(GenerationId generation) {
        return rows.transact(() -> first(generation));
    }

    @Override
    public List<Erasure> pending(int limit) {
        return rows.transact(() ->
                rows.erasures.values().stream()
                        .filter(erasure -> erasure.doneAt() == null)
                        .sorted(Comparator.comparing(Erasure::requestedAt))
                        .limit(limit)
                        .toList());
    }

    @Override
    public Optional<Production> freed(ErasureId id) {
        return rows.transact(() ->
                Optional.ofNullable(rows.erasures.get(id))
                        .map(this::production)
                        .filter(this::free)
                        .map(production -> rows.production(production).read()));
    }

    @Override
    public boolean forsaken(ProductionId production) {
        return rows.transact(() -> free(production));
    }

    @Override
    public void update(Erasure erasure, Instant at) {
        rows.transact(() -> {
            rows.erasures.put(erasure.id(), erasure);
            ProductionId production = production(erasure);
            if (erasure.doneAt() != null && free(production)) {
                rows.production(production).picturesGone(at);
            }
        });
    }

    private Optional<Erasure> first(GenerationId generation) {
        return rows.erasures.values().stream()
                .filter(erasure -> erasure.generation().equals(generation))
                .findFirst();
    }

    private ProductionId production(Erasure erasure) {
        return rows.generation(erasure.generation()).production();
    }

    private boolean free(ProductionId production) {
        return rows.of(production).allMatch(GenerationRow::erased);
    }
}
