package dev.vignette.tck.memory;

import dev.vignette.tck.store.FinishedProductionContract;

final class MemoryFinishedProductionTest extends MemoryStores
        implements FinishedProductionContract {}
