package dev.vignette.engine;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.Charge;
import dev.vignette.portrait.CacheKey;
import dev.vignette.store.Allowance;
import dev.vignette.store.Finish;
import dev.vignette.store.Planned;
import dev.vignette.store.ProductionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Productions whose writes can be made to fail: once, or all from now on as in a dying process. */
final class Written implements ProductionStore {
    private final ProductionStore rows;
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicBoolean refused = new AtomicBoolean();

    Written(ProductionStore rows) {
        this.rows = rows;
    }

    /** The next writes of an attempt fail. */
    void fail(int times) {
        failing.set(times);
    }

    void die() {
        fail(Integer.MAX_VALUE);
    }

    /** Whether a write has failed. */
    boolean dead() {
        return refused.get();
    }

    private void write() {
        if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            refused.set(true);
            throw new IllegalStateException("scripted: the row cannot be written");
        }
    }

    @Override
    public Optional<Production> find(ProductionId id) {
        return rows.find(id);
    }

    @Override
    public Optional<Production> made(CacheKey key, Instant notBefore) {
        return rows.made(key, notBefore);
    }

    @Override
    public Optional<ProductionId> inFlight(CacheKey key) {
        return rows.inFlight(key);
    }

    @Override
    public Planned plan(
            ProductionId production,
            List<Attempt> attempts,
            RoutingRecord why,
            Optional<Allowance> allowance,
            List<Budget> budgets) {
        write();
        return rows.plan(production, attempts, why, allowance, budgets);
    }

    @Override
    public boolean advance(Attempt next) {
        write();
        return rows.advance(next);
    }

    @Override
    public boolean conclude(Attempt ended, Charge charge, List<Picture> pictures) {
        write();
        return rows.conclude(ended, charge, pictures);
    }

    @Override
    public boolean settle(Picture picture) {
        write();
        return rows.settle(picture);
    }

    @Override
    public Optional<List<Generation>> finish(Finish finish) {
        write();
        return rows.finish(finish);
    }
}
