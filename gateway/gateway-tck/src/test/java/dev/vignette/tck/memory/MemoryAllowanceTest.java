package dev.vignette.tck.memory;

import dev.vignette.tck.store.AllowanceContract;

final class MemoryAllowanceTest extends MemoryStores implements AllowanceContract {}
