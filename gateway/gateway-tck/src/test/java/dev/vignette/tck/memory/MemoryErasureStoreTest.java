package dev.vignette.tck.memory;

import dev.vignette.tck.store.ErasureStoreContract;

final class MemoryErasureStoreTest extends MemoryStores implements ErasureStoreContract {}
