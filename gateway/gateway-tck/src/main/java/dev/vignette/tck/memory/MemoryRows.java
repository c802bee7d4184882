package dev.vignette.tck.memory;

import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Agenda;
import dev.vignette.store.CostLedger;
import dev.vignette.store.Erasure;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.GenerationStore.Claimed;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All rows of one gateway in memory. The stores it hands out share them, as the tables of one
 * database are shared; stores handed out later find what earlier ones wrote, as after a restart.
 */
public final class MemoryRows {
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;

    final Map<GenerationId, GenerationRow> generations = new LinkedHashMap<>();
    final Map<ProductionId, ProductionRow> productions = new LinkedHashMap<>();
    final Map<ClientKey, UsedKey> keys = new HashMap<>();
    final Map<ErasureId, Erasure> erasures = new LinkedHashMap<>();
    final List<LedgerEntry> ledger = new ArrayList<>();
    final Set<ProductionId> agenda = new LinkedHashSet<>();

    /** Without any row. */
    public MemoryRows(Clock clock) {
        this.clock = clock;
    }

    /** An idempotency key belongs to a client. */
    record ClientKey(String client, String key) {}

    /** What a key was used for, and when first. */
    record UsedKey(Claimed claimed, Instant usedAt) {}

    /** Generations. */
    public GenerationStore generations() {
        return new MemoryGenerationStore(this);
    }

    /** Productions with their attempts and pictures. */
    public ProductionStore productions() {
        return new MemoryProductionStore(this);
    }

    /** Erasures. */
    public ErasureStore erasures() {
        return new MemoryErasureStore(this);
    }

    /** What is kept for a time. */
    public RetentionStore retention() {
        return new MemoryRetentionStore(this);
    }

    /** Charges. */
    public CostLedger ledger() {
        return new MemoryCostLedger(this);
    }

    /**
     * Who works on what; one at a time.
     *
     * @param pause how long after a failure work is given out again
     */
    public Agenda agenda(Duration pause) {
        return new MemoryAgenda(this, pause);
    }

    Instant now() {
        return clock.instant();
    }

    /** Reads or writes while nobody else does: one transaction. */
    <T> T transact(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void transact(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    ProductionRow production(ProductionId id) {
        return Optional.ofNullable(productions.get(id))
                .orElseThrow(() -> new IllegalStateException("no " + id));
    }

    /** Whether no work is left. */
    public boolean atRest() {
        return transact(() -> agenda.isEmpty());
    }

    GenerationRow generation(GenerationId id) {
        return Optional.ofNullable(generations.get(id))
                .orElseThrow(() -> new IllegalStateException("no " + id));
    }

    Stream<GenerationRow> of(ProductionId production) {
        return generations.values().stream().filter(row -> row.production().equals(production));
    }

    /** Nobody waits for it any more, so nobody is to join it either. */
    void closeWhenAbandoned(ProductionId production) {
        if (of(production).noneMatch(GenerationRow::open)) {
            production(production).joinable = false;
        }
    }
}
