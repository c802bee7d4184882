package dev.vignette.tck.memory;

import dev.vignette.generation.Evidence;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Orphan;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Transfer;
import dev.vignette.store.Agenda;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.Census;
import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.ConfigurationVersion;
import dev.vignette.store.CostLedger;
import dev.vignette.store.Erasure;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.Experience;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.GenerationStore.Claimed;
import dev.vignette.store.Inbox;
import dev.vignette.store.InboxEntry;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.PastDemands;
import dev.vignette.store.Pause;
import dev.vignette.store.PauseStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import dev.vignette.store.RoutingRecordStore;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import dev.vignette.store.TrackRecords;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    final MemoryTransfers transfers = new MemoryTransfers(this);
    final Set<ProductionId> agenda = new LinkedHashSet<>();

    final List<Orphan> orphans = new ArrayList<>();
    final Set<Evidence> evidence = new LinkedHashSet<>();
    final Map<InboxKey, InboxRow> inbox = new LinkedHashMap<>();
    final Map<String, Pause> pauses = new LinkedHashMap<>();
    final List<AuditEntry> audit = new ArrayList<>();
    final List<ConfigurationVersion> configurations = new ArrayList<>();
    final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();
    final MemoryAccounts accounts = new MemoryAccounts();
    @Nullable Instant lastDeparture;

    /** Whether a unique key keeps a charge from being written twice. */
    boolean chargesAreUnique = true;

    /** Without any row. */
    public MemoryRows(Clock clock) {
        this.clock = clock;
    }

    /** An idempotency key belongs to a client. */
    record ClientKey(String client, String key) {}

    /** What a key was used for, and when first. */
    record UsedKey(Claimed claimed, Instant usedAt) {}

    /** A provider's call. */
    record InboxKey(String provider, String id) {}

    /** A provider's call, and whether something was done about it. */
    record InboxRow(InboxEntry entry, boolean done) {}

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

    /** Attempts across all productions. */
    public AttemptStore attempts() {
        return new MemoryAttemptStore(this);
    }

    /** What was seen of attempts. */
    public EvidenceStore evidence() {
        return new MemoryEvidenceStore(this);
    }

    /** Calls of providers. */
    public Inbox inbox() {
        return new MemoryInbox(this);
    }

    /** What operators did. */
    public AuditTrail audit() {
        return new MemoryAuditTrail(this);
    }

    /** Why providers were chosen. */
    public RoutingRecordStore routing() {
        return production ->
                transact(() ->
                        Optional.ofNullable(productions.get(production))
                                .map(ProductionRow::routing)
                                .orElse(List.of()));
    }

    /** How providers did lately. */
    public TrackRecords trackRecords() {
        return new MemoryTrackRecords(this);
    }

    /** What was asked before. */
    public PastDemands pastDemands() {
        return (since, most) ->
                allProductions().reversed().stream()
                        .filter(production -> !production.createdAt().isBefore(since))
                        .limit(most)
                        .map(production ->
                                new PastDemands.PastDemand(
                                        production.client(),
                                        production.request(),
                                        production.terms(),
                                        production.createdAt()))
                        .toList();
    }

    /** Which providers rest. */
    public PauseStore pauses() {
        return new MemoryPauseStore(this);
    }

    /** What was ever in force. */
    public ConfigurationStore configurations() {
        return new MemoryConfigurationStore(this);
    }

    /** Tells everybody who uses these rows. */
    public Signals signals() {
        return new MemorySignals(this);
    }

    /** Charges. */
    public CostLedger ledger() {
        return new MemoryCostLedger(this);
    }

    /** Budgets and the accounts behind them. */
    public BudgetStore budgets() {
        return transfers;
    }

    /** What was learned of earlier requests. */
    public Experience experience() {
        return new MemoryExperience(this);
    }

    /** Every transfer, in the order they were written. */
    public List<Transfer> allTransfers() {
        return transact(transfers::all);
    }

    /** Writes a line of the ledger, and what it moves. */
    void write(Line line) {
        ledger.add(new LedgerEntry(ledger.size() + 1L, line));
        transfers.post(line);
    }

    /** Counts what is under way. */
    public Census census() {
        return new MemoryCensus(this);
    }

    /**
     * Who works on what; one at a time.
     *
     * @param pause how long after a failure work is given out again
     */
    public Agenda agenda(Duration pause) {
        return new MemoryAgenda(this, pause);
    }

    /**
     * From now on nothing keeps a charge from being written twice, as if the database had no key on
     * it: to show that this is noticed.
     */
    public void dropChargeKey() {
        chargesAreUnique = false;
    }

    /** A copy of all rows as they are, as of a backup. */
    public Backup backup() {
        return transact(() -> new Backup(this));
    }

    /** Puts all rows back as they were then. */
    public void restore(Backup backup) {
        transact(() -> backup.into(this));
    }

    /** Every production, oldest first. */
    public List<Production> allProductions() {
        return transact(() -> productions.values().stream().map(ProductionRow::read).toList());
    }

    /** Every generation, oldest first. */
    public List<Generation> allGenerations() {
        return transact(() -> generations.values().stream().map(GenerationRow::read).toList());
    }

    /** Every erasure, oldest first. */
    public List<Erasure> allErasures() {
        return transact(() -> List.copyOf(erasures.values()));
    }

    /** The productions that somebody has to work on, oldest first. */
    public List<ProductionId> entries() {
        return transact(() -> List.copyOf(agenda));
    }

    /**
     * Nobody has to work on that production any more, unless something has come up meanwhile.
     *
     * @return false when something has
     */
    public boolean leave(ProductionId production) {
        return transact(() -> {
            boolean atRest =
                    Optional.ofNullable(productions.get(production))
                            .filter(ProductionRow::underWay)
                            .isEmpty();
            if (atRest) {
                agenda.remove(production);
            }
            return atRest;
        });
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

    /** Whether its pictures are there for others, too: not erased, and not deleted. */
    boolean serves(ProductionId production) {
        return !of(production).allMatch(GenerationRow::erased)
                && production(production).read().pictures().stream()
                        .noneMatch(picture -> picture.state() instanceof PictureState.Gone);
    }

    /** Nobody waits for it any more, so nobody is to join it either. */
    void closeWhenAbandoned(ProductionId production) {
        if (of(production).noneMatch(GenerationRow::open)) {
            production(production).joinable = false;
        }
    }
}
