package dev.vignette.tck.memory;

import dev.vignette.tck.store.ProductionStoreContract;

final class MemoryProductionStoreTest extends MemoryStores implements ProductionStoreContract {}
