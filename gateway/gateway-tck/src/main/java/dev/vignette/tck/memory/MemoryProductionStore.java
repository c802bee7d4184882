package dev.vignette.tck.memory;

import static java.util.Comparator.comparing;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Charge;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import dev.vignette.portrait.CacheKey;
import dev.vignette.store.Finish;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.ProductionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Productions, attempts and pictures in memory. */
final class MemoryProductionStore implements ProductionStore {
    private final MemoryRows rows;

    MemoryProductionStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Production> find(ProductionId id) {
        return rows.transact(
                () -> Optional.ofNullable(rows.productions.get(id)).map(ProductionRow::read));
    }

    @Override
    public Optional<Production> made(CacheKey key, Instant notBefore) {
        return rows.transact(() ->
                rows.productions.values().stream()
                        .filter(row -> row.serves(key, notBefore))
                        .map(ProductionRow::read)
                        .max(comparing(made -> made.finished().orElseThrow())));
    }

    @Override
    public Optional<ProductionId> inFlight(CacheKey key) {
        return rows.transact(() ->
                rows.productions.values().stream()
                        .filter(row -> row.joinableFor(key))
                        .map(row -> row.read().id())
                        .findFirst());
    }

    @Override
    public void plan(ProductionId production, List<Attempt> attempts) {
        rows.transact(() -> {
            ProductionRow row = rows.production(production);
            if (row.done()) {
                throw new IllegalStateException(production + " is done");
            }
            attempts.forEach(row::add);
        });
    }

    @Override
    public boolean advance(Attempt next) {
        return rows.transact(() -> rows.production(next.production()).move(next));
    }

    @Override
    public boolean conclude(Attempt ended, Charge charge, List<Picture> pictures) {
        return rows.transact(() -> {
            ProductionRow row = rows.production(ended.production());
            if (row.charged(ended) || !row.move(ended.charged(charge))) {
                return false;
            }
            rows.ledger.add(new LedgerEntry(rows.ledger.size() + 1L, charge));
            pictures.forEach(row::add);
            row.storingWhenBought();
            return true;
        });
    }

    @Override
    public boolean settle(Picture picture) {
        return rows.transact(() -> rows.production(picture.production()).settle(picture));
    }

    @Override
    public List<Generation> finish(Finish finish) {
        return rows.transact(() -> {
            ProductionRow row = rows.production(finish.production());
            if (row.done()) {
                return List.of();
            }
            row.finish(finish);
            if (!row.underWay()) {
                rows.agenda.remove(finish.production());
            }
            List<GenerationRow> ended =
                    rows.of(finish.production()).filter(GenerationRow::open).toList();
            ended.forEach(generation -> {
                generation.end(finish.outcome());
                generation.save(finish.avoided());
            });
            return ended.stream().map(GenerationRow::read).toList();
        });
    }
}
