package dev.vignette.tck.memory;

import dev.vignette.tck.store.RetentionStoreContract;

final class MemoryRetentionTest extends MemoryStores implements RetentionStoreContract {}
