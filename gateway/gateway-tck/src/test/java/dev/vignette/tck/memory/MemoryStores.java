package dev.vignette.tck.memory;

import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.CostLedger;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.Experience;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.Inbox;
import dev.vignette.store.PauseStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import dev.vignette.store.RoutingRecordStore;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.store.Purchase;
import dev.vignette.tck.store.StoresUnderTest;

/** Fresh rows in memory for each test. */
abstract class MemoryStores implements StoresUnderTest {
    private final SettableClock clock = SettableClock.at(Purchase.AT);

    final MemoryRows rows = new MemoryRows(clock);

    @Override
    public GenerationStore generations() {
        return rows.generations();
    }

    @Override
    public ProductionStore productions() {
        return rows.productions();
    }

    @Override
    public AttemptStore attempts() {
        return rows.attempts();
    }

    @Override
    public EvidenceStore evidence() {
        return rows.evidence();
    }

    @Override
    public Inbox inbox() {
        return rows.inbox();
    }

    @Override
    public AuditTrail audit() {
        return rows.audit();
    }

    @Override
    public RoutingRecordStore routing() {
        return rows.routing();
    }

    @Override
    public PauseStore pauses() {
        return rows.pauses();
    }

    @Override
    public ErasureStore erasures() {
        return rows.erasures();
    }

    @Override
    public RetentionStore retention() {
        return rows.retention();
    }

    @Override
    public Experience experience() {
        return rows.experience();
    }

    @Override
    public BudgetStore budgets() {
        return rows.budgets();
    }

    @Override
    public CostLedger ledger() {
        return rows.ledger();
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
