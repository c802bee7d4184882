package dev.vignette.tck.store;

import dev.vignette.store.CostLedger;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import dev.vignette.tck.SettableClock;

/** Stores on one database that was empty when the test began. */
public interface StoresUnderTest {

    /** Its generations. */
    GenerationStore generations();

    /** Its productions. */
    ProductionStore productions();

    /** Its erasures. */
    ErasureStore erasures();

    /** What is kept for a time. */
    RetentionStore retention();

    /** Its ledger. */
    CostLedger ledger();

    /** The clock it goes by. It begins at {@link Purchase#AT}. */
    SettableClock clock();
}
