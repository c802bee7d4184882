package dev.vignette.tck.memory;

import dev.vignette.tck.store.GenerationStoreContract;

final class MemoryGenerationStoreTest extends MemoryStores implements GenerationStoreContract {}
