package dev.vignette.tck.memory;

import dev.vignette.tck.store.AttemptStoreContract;

final class MemoryAttemptStoreTest extends MemoryStores implements AttemptStoreContract {}
