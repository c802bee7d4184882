package dev.vignette.tck.memory;

import dev.vignette.tck.store.DepartureContract;

final class MemoryDepartureTest extends MemoryStores implements DepartureContract {}
