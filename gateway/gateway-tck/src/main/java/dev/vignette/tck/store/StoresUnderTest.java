package dev.vignette.tck.store;

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

/** Stores on one database that was empty when the test began. */
public interface StoresUnderTest {

    /** Its generations. */
    GenerationStore generations();

    /** Its productions. */
    ProductionStore productions();

    /** Its attempts. */
    AttemptStore attempts();

    /** What was seen of them. */
    EvidenceStore evidence();

    /** What providers told. */
    Inbox inbox();

    /** What operators did. */
    AuditTrail audit();

    /** Why providers were chosen. */
    RoutingRecordStore routing();

    /** Which providers rest. */
    PauseStore pauses();

    /** Its erasures. */
    ErasureStore erasures();

    /** What is kept for a time. */
    RetentionStore retention();

    /** What it learned. */
    Experience experience();

    /** Its budgets. */
    BudgetStore budgets();

    /** Its ledger. */
    CostLedger ledger();

    /** The clock it goes by. It begins at {@link Purchase#AT}. */
    SettableClock clock();
}
