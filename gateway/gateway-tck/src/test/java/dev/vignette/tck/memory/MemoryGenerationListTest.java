package dev.vignette.tck.memory;

import dev.vignette.tck.store.GenerationListContract;

final class MemoryGenerationListTest extends MemoryStores implements GenerationListContract {}
