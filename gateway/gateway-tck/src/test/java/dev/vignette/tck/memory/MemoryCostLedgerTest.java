package dev.vignette.tck.memory;

import dev.vignette.tck.store.CostLedgerContract;

final class MemoryCostLedgerTest extends MemoryStores implements CostLedgerContract {}
